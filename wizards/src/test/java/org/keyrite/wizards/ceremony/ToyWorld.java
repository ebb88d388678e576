// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.practice.PracticeReaders;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.preflight.CalmLaptop;

/**
 * What the work of a toy ceremony touches and a crash does not undo: a device, a printer and the
 * minds of people. Remembers every secret that was born in a run.
 */
final class ToyWorld {
  final List<Secret> born = new ArrayList<>();
  final List<Integer> sheets = new ArrayList<>();
  int generated;
  int derived;
  int written;
  int cleared;
  boolean device;

  /** What people who are asked find: whether the device has it. */
  Perform.Doubt.Finding finding;

  /** Called when work begins, with the key of its step; may throw. */
  Disturbance disturbance = step -> {};

  Consumer<Desk> whileDeriving = desk -> desk.progress().report(1, 2);

  /** Something that happens to the work of a step. */
  interface Disturbance {
    void at(String step) throws ProblemException;
  }

  static ProblemException refusal() {
    return new CeremonyProblem.PassphraseDiffers().asException();
  }

  Secret secret(String text) {
    Secret secret = Secret.taking(text.getBytes(StandardCharsets.UTF_8));
    synchronized (born) {
      born.add(secret);
    }
    return secret;
  }

  List<Secret> alive() {
    synchronized (born) {
      return born.stream().filter(secret -> !secret.isWiped()).toList();
    }
  }

  static Workplace place() {
    return new Workplace(
        "Keyrite 0.0",
        Clock.fixed(Instant.parse("2030-01-02T03:04:05Z"), ZoneOffset.UTC),
        Path.of("nowhere"),
        null,
        DerivationCost.forTests(1),
        (name, pdf) -> name,
        new Devices(new PracticeReaders(List.of())),
        new CalmLaptop(),
        true);
  }

  void generate(Desk desk) throws ProblemException {
    disturbance.at("generate");
    generated++;
    desk.put(Toy.SET, "set-" + desk.attempt());
    desk.put(Toy.SEED, secret("seed " + desk.attempt()));
  }

  void print(Desk desk) throws ProblemException {
    disturbance.at("print");
    desk.progress().checkpoint();
    sheets.add(desk.runningNumber());
    desk.put(Toy.SHEET, desk.runningNumber());
  }

  void compare(Desk desk) throws ProblemException {
    disturbance.at("compare");
    desk.get(Toy.TYPED).use(typed -> desk.get(Toy.SEED).use(seed -> typed.length + seed.length));
  }

  void derive(Desk desk) throws ProblemException {
    disturbance.at("derive");
    derived++;
    whileDeriving.accept(desk);
    desk.progress().checkpoint();
    desk.get(Toy.SEED).use(seed -> seed.length);
    desk.put(Toy.KEY, secret("key " + derived));
    desk.put(Toy.DERIVED, desk.get(Toy.SET) + " derived");
  }

  void write(Desk desk) throws ProblemException {
    disturbance.at("write");
    desk.get(Toy.PIN).use(pin -> pin.length);
    written++;
    device = true;
    disturbance.at("written");
    desk.put(Toy.DEVICE, desk.get(Toy.LABEL) + " on device");
  }

  Perform.Doubt.Finding look(Desk desk) throws ProblemException {
    disturbance.at("look");
    if (finding != null) {
      return finding;
    }
    if (device) {
      desk.put(Toy.DEVICE, desk.get(Toy.LABEL) + " on device");
      return Perform.Doubt.Finding.HAPPENED;
    }
    return Perform.Doubt.Finding.DID_NOT_HAPPEN;
  }

  /** What people find who are asked about work that may be done again. */
  Perform.Doubt.Finding remembered() {
    return finding == null ? Perform.Doubt.Finding.DID_NOT_HAPPEN : finding;
  }

  void clear(Desk desk) throws ProblemException {
    disturbance.at("clear");
    desk.get(Toy.PIN).use(pin -> pin.length);
    cleared++;
  }
}
