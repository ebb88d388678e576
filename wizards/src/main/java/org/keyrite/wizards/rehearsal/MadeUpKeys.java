// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Passphrase;
import org.keyrite.core.command.DeleteFile;
import org.keyrite.core.command.FileId;
import org.keyrite.core.command.KeyTerms;
import org.keyrite.core.command.VerifyPin;
import org.keyrite.core.hsm.DeviceInfo;
import org.keyrite.core.hsm.KeyCreation;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.NewKey;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.AllowedAlgorithms;
import org.keyrite.core.key.Curve;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.key.KeyUse;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.pkcs15.KeyLabel;
import org.keyrite.core.pkcs15.PkcsId;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;
import org.keyrite.wizards.ceremony.AwaitDevice.Holding;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.Pin;
import org.keyrite.wizards.ceremony.Workplace;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.device.InReader;

/**
 * Keys that made-up people made long ago: one of every kind worth showing, each of which may leave
 * its device, and one that never can.
 *
 * @param devices which of the devices in readers have them, by their place there from 1
 * @param domain the key domain
 * @param count how many may leave, where another number is wanted than the usual one
 */
public record MadeUpKeys(Map<Integer, Holding> devices, KeyDomainIndex domain, OptionalInt count) {
  /** The most that can be wanted, with one that stays and an exchange key beside them. */
  public static final int MOST = KeyId.LARGEST - 2;

  /** What moves between two devices in a rehearsal: enough to see every kind. */
  private static final Set<String> FEW =
      Set.of("AES-256", "RSA-2048", "secp256r1", "brainpoolP256r1", "secp256k1");

  // Of more than these, most are small and quickly made, as many as a device has memory for.
  private static final KeySpec SMALL = new KeySpec.Aes(256);
  private static final KeySpec LARGER = new KeySpec.Ec(Curve.SECP256R1);
  private static final int ONE_LARGER_OF = 4;

  /** A line of {@code keys.txt}. */
  private record Line(KeySpec spec, boolean leaves, String label) {
    private static Line read(String text) {
      String[] words = text.split(" ", 3);
      return new Line(
          KeySpec.fromText(words[0]).orElseThrow(), words[1].equals("leaves"), words[2]);
    }

    NewKey key(int number, KeyDomainIndex domain) throws ProblemException {
      Set<KeyUse> uses = EnumSet.copyOf(KeyUse.of(spec));
      if (!leaves) {
        uses.remove(KeyUse.BACK_UP);
      }
      return new NewKey(
          spec,
          new KeyTerms(
              AllowedAlgorithms.forUses(spec, uses), Optional.of(domain), OptionalLong.empty()),
          KeyLabel.of(label),
          PkcsId.of(Bytes.of((byte) number)));
    }
  }

  /** The keys that a ceremony expects on its devices, if it does. */
  static Optional<MadeUpKeys> of(Ceremony ceremony) {
    Map<Integer, Holding> devices = new TreeMap<>(EarlierSetUp.holding(ceremony));
    devices
        .values()
        .removeIf(
            has -> has != Holding.KEYS && has != Holding.NAMELESS_KEY && has != Holding.GROUP_KEYS);
    return devices.isEmpty()
        ? Optional.empty()
        : Optional.of(new MadeUpKeys(devices, EarlierSetUp.domain(ceremony), OptionalInt.empty()));
  }

  /** As many as are wanted, of every kind that moves between two devices, in place of the usual. */
  MadeUpKeys wanted(int number) {
    return new MadeUpKeys(devices, domain, OptionalInt.of(number));
  }

  /** How many works it is to make them. */
  int longWorks() {
    return devices.size();
  }

  /** Makes them. */
  void make(Workplace place, WholeProgress whole) throws ProblemException {
    Devices plugged = place.devices();
    List<String> serials =
        plugged.look().stream()
            .flatMap(in -> in.device().stream())
            .map(InReader.Device::serial)
            .toList();
    for (Map.Entry<Integer, Holding> one : devices.entrySet()) {
      int d = one.getKey();
      Progress progress = whole.next();
      plugged.use(
          serials.get(d - 1),
          (hsm, device) -> {
            make(hsm, device, d, one.getValue(), progress);
            if (one.getValue() == Holding.NAMELESS_KEY) {
              StoredKey last = KeyList.read(hsm).keys().getLast();
              hsm.send(new DeleteFile(FileId.ofDescription(last.reference())));
            }
            return device;
          });
    }
  }

  private void make(SmartCardHsm hsm, DeviceInfo device, int d, Holding holding, Progress progress)
      throws ProblemException {
    try (Passphrase typed = MadeUpPin.typed(Pin.USER, d);
        UserPin user = UserPin.existing(typed)) {
      hsm.send(new VerifyPin(user));
    }
    KeyCreation creation = new KeyCreation(hsm, device);
    List<Line> lines = holding == Holding.GROUP_KEYS ? moving() : lines();
    KeyList present = KeyList.read(hsm);
    for (int i = 0; i < lines.size(); i++) {
      progress.checkpoint();
      present = present.with(creation.create(present, lines.get(i).key(i + 1, domain)));
      progress.report(i + 1, lines.size());
    }
  }

  /** The few that move, or as many as are wanted, and one that stays. */
  private List<Line> moving() {
    List<Line> few =
        lines().stream().filter(line -> line.leaves() && FEW.contains(line.spec().text())).toList();
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < count.orElse(few.size()); i++) {
      lines.add(i < few.size() ? few.get(i) : another(i + 1, few));
    }
    lines().stream().filter(line -> !line.leaves()).forEach(lines::add);
    return lines;
  }

  private static Line another(int number, List<Line> few) {
    KeySpec spec = number % ONE_LARGER_OF == 0 ? LARGER : SMALL;
    Line like = few.stream().filter(line -> line.spec().equals(spec)).findFirst().orElseThrow();
    return new Line(spec, true, like.label() + " " + number);
  }

  private static List<Line> lines() {
    try (InputStream in = MadeUpKeys.class.getResourceAsStream("keys.txt")) {
      if (in == null) {
        throw new IllegalStateException("no keys.txt");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(Line::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
