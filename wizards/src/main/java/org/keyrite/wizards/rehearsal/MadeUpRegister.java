// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.rehearsal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.hsm.DeviceInfo;
import org.keyrite.core.hsm.KeyDomains;
import org.keyrite.core.keydomain.KeyDomainSlot;
import org.keyrite.core.keydomain.KeyDomainUid;
import org.keyrite.core.problem.FileProblem.FileNotWritten;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremonies.DeviceCheck;
import org.keyrite.wizards.ceremonies.MemberRegister;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Workplace;

/**
 * The register of the group that made-up people took the device of a check into, with another
 * device that nobody sees.
 *
 * @param file where it is
 */
record MadeUpRegister(Path file) {
  private static final String NAME = "members.jsonl";
  private static final String SIGNER = "SIMU0000001";
  private static final String OTHER = "SIMU0000002";
  private static final String WHO = "Amara Okafor";
  private static final String CEREMONY = "R-0000-0001";
  private static final String SIMULATED = "SIMULATED";

  /** The register that a ceremony asks for, if it does and its group is there before. */
  static Optional<MadeUpRegister> of(Ceremony ceremony, Path folder) {
    boolean isAsked =
        Beforehand.asked(ceremony)
            .anyMatch(field ->
                field.editor() instanceof Editor.OpenFile(Editor.OpenFile.Content content)
                    && content == Editor.OpenFile.Content.REGISTER);
    return isAsked && ceremony.kind().equals(DeviceCheck.ID)
        ? Optional.of(new MadeUpRegister(folder.resolve(NAME)))
        : Optional.empty();
  }

  /** Writes it, for the device that is in a reader. */
  void make(Workplace place) throws ProblemException {
    String serial =
        place.devices().look().stream()
            .flatMap(in -> in.device().stream())
            .findFirst()
            .orElseThrow()
            .serial();
    Instant when = place.clock().instant();
    MemberRegister register =
        place
            .devices()
            .use(
                serial,
                (hsm, device) -> register(group(KeyDomains.read(hsm, device)), device, when));
    try {
      Files.write(file, register.encode().toByteArray());
    } catch (IOException e) {
      throw new FileNotWritten(file.toString(), String.valueOf(e.getMessage())).asException();
    }
  }

  private static KeyDomainUid group(KeyDomains domains) {
    return domains.slots().stream()
        .filter(KeyDomainSlot.Defined.class::isInstance)
        .flatMap(slot -> ((KeyDomainSlot.Defined) slot).status().group().stream())
        .findFirst()
        .orElseThrow();
  }

  private static MemberRegister register(KeyDomainUid group, DeviceInfo device, Instant when) {
    return new MemberRegister(
        new MemberRegister.Group(group, SIGNER, madeUp(SIGNER), WHO, when, CEREMONY),
        List.of(
            member(device.serial().text(), device.certificates().device().encode().sha256(), when),
            member(OTHER, madeUp(OTHER), when)));
  }

  private static MemberRegister.Member member(String serial, Bytes fingerprint, Instant when) {
    return new MemberRegister.Member(
        serial, fingerprint, SIMULATED, madeUp(serial + WHO), WHO, when, CEREMONY);
  }

  private static Bytes madeUp(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.UTF_8)).sha256();
  }
}
