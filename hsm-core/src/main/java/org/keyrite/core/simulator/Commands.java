// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.Map;
import java.util.random.RandomGenerator;

/** The instructions that the device knows. */
final class Commands {
  private static final int SELECT = 0x00A4;
  private static final int SET_ENVIRONMENT = 0x0022;

  private final Map<Integer, Handler> handlers;

  Commands(RandomGenerator random) {
    KeyGeneration generation = new KeyGeneration(random);
    KeyWrapping wrapping = new KeyWrapping(random);
    handlers =
        Map.ofEntries(
            Map.entry(SELECT, new Selection()),
            Map.entry(0x0020, Pins::verify),
            Map.entry(SET_ENVIRONMENT, Commands::setEnvironment),
            Map.entry(0x0024, Pins::change),
            Map.entry(0x002A, Certificates::verify),
            Map.entry(0x002C, Pins::resetRetryCounter),
            Map.entry(0x0046, generation::pair),
            Map.entry(0x0048, generation::aes),
            Map.entry(0x0084, new Challenge(random)),
            Map.entry(0x0086, ChipAuthentication::answer),
            Map.entry(0x00B1, FileCommands::read),
            Map.entry(0x00D7, FileCommands::update),
            Map.entry(0x00E4, FileCommands::delete),
            Map.entry(0x8050, new Initialisation(random)),
            Map.entry(0x8052, new KeyDomains(random)),
            Map.entry(0x8058, FileCommands::enumerate),
            Map.entry(0x8062, Deciphering::handle),
            Map.entry(0x8068, new Signing(random)),
            Map.entry(0x8072, wrapping::wrap),
            Map.entry(0x8074, KeyWrapping::unwrap),
            Map.entry(0x8076, EcDerivation::handle),
            Map.entry(0x8078, SecretKeyUse::handle));
  }

  /** MANAGE SECURITY ENVIRONMENT, for what comes next. */
  private static Outcome setEnvironment(Turn turn) {
    return switch (turn.apdu().p1p2()) {
      case Certificates.CHECK_BY -> Certificates.select(turn);
      case ChipAuthentication.CHOOSE -> ChipAuthentication.choose(turn);
      default -> turn.refuse(Status.UNKNOWN_INSTRUCTION);
    };
  }

  /** SELECT works always, everything else only in the applet. */
  Outcome handle(Turn turn) {
    Apdu apdu = turn.apdu();
    if (apdu.cla() != 0x00 && apdu.cla() != 0x80) {
      return turn.refuse(Status.UNKNOWN_CLASS);
    }
    int instruction = apdu.cla() << 8 | apdu.ins();
    Handler handler = handlers.get(instruction);
    if (handler == null || (!turn.session().selected() && instruction != SELECT)) {
      return turn.refuse(Status.UNKNOWN_INSTRUCTION);
    }
    Outcome outcome = handler.handle(turn);
    return instruction == SET_ENVIRONMENT ? outcome : outcome.inNoEnvironment();
  }
}
