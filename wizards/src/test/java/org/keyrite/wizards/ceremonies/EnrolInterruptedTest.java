// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.cvc.DeviceId;
import org.keyrite.core.keydomain.Membership;
import org.keyrite.core.simulator.Fault;
import org.keyrite.core.simulator.SimulatedState;

/**
 * A device is pulled, or the program stops, anywhere in a visit: the visit ends with what it was
 * for, and no key domain is half made.
 */
class EnrolInterruptedTest {
  private static final List<String> VISITS = List.of("export", "issue", "join");

  @TempDir static Path elsewhere;
  @TempDir static Path ids;
  @TempDir static Path kdms;
  @TempDir Path folder;

  private static SimulatedState member;
  private static SimulatedState signer;
  private static Path id;
  private static Path kdm;

  /** Where something happens in a visit. */
  record Place(String visit, Fault fault, int line) {}

  @BeforeAll
  static void prepare() throws Exception {
    if (kdm != null) {
      return;
    }
    try (DeviceRoom room = new DeviceRoom(elsewhere, 1)) {
      EnrolRoom.member(room);
      member = room.hsm(1).state();
    }
    try (DeviceRoom room = new DeviceRoom(elsewhere, 1)) {
      EnrolRoom.signer(room);
      signer = room.hsm(1).state();
      kdm = EnrolRoom.carryMemberships(kdms, room, 1, List.of(member));
    }
    id = EnrolRoom.carryIds(ids, List.of(member));
  }

  private static DisturbedRun run(String visit, Path folder) throws Exception {
    prepare();
    return new DisturbedRun(
        DeviceEnrol.ID,
        Map.of("visit", visit),
        visit.equals("issue") ? signer : member,
        people ->
            people
                .answering("deviceIds.path", id.toString(), id.toString())
                .answering("memberships.path", kdm.toString(), kdm.toString()),
        (room, end) -> {
          switch (visit) {
            case "export" -> {
              Path file = folder.resolve(end.facts().get(EnrolFacts.idFile(1)));
              assertEquals(EnrolRoom.id(member), DeviceId.parse(read(file)));
            }
            case "issue" -> {
              Path file = folder.resolve(end.facts().get(EnrolFacts.kdmFile(1)));
              assertTrue(Membership.parse(read(file)).isFor(EnrolRoom.id(member)));
              Path register = folder.resolve(end.facts().get(GroupFacts.REGISTER));
              assertEquals(1, MemberRegister.read(register).members().size());
            }
            default -> {
              String uid = end.facts().get(GroupFacts.UID).value().toHex();
              assertEquals(
                  "ff00" + "00".repeat(8) + uid + "9000", room.send(1, "8052000000").toHex());
            }
          }
        });
  }

  private static Bytes read(Path file) throws Exception {
    return Bytes.of(Files.readAllBytes(file));
  }

  static List<Place> pulls() throws Exception {
    List<Place> all = new ArrayList<>();
    for (String visit : VISITS) {
      run(visit, elsewhere).pulls(elsewhere).forEach(fault -> all.add(new Place(visit, fault, 0)));
    }
    return all;
  }

  static List<Place> lines() throws Exception {
    List<Place> all = new ArrayList<>();
    for (String visit : VISITS) {
      run(visit, elsewhere).lines(elsewhere).forEach(line -> all.add(new Place(visit, null, line)));
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("pulls")
  void theVisitIsCompleteWhereverTheDeviceWasPulled(Place at) throws Exception {
    run(at.visit(), folder).pulled(folder, at.fault());
  }

  @ParameterizedTest
  @MethodSource("pulls")
  void theVisitIsCompleteWhereverItsProcessWasKilled(Place at) throws Exception {
    run(at.visit(), folder).killed(folder, at.fault(), room -> {});
  }

  @ParameterizedTest
  @MethodSource("lines")
  void theVisitIsCompleteWhereverItWasStopped(Place at) throws Exception {
    run(at.visit(), folder).stopped(folder, at.line());
  }
}
