// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.rehearsal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Pin;

/**
 * Tells whoever rehearses what he cannot know, because made-up people chose or made it before the
 * ceremony: PINs of devices, passwords of share files, sheets and the files themselves.
 */
public final class Prompter {
  /** Tells nothing: what is asked outside of a rehearsal is known to people only. */
  public static final Prompter SILENT = new Prompter(Set.of(), Beforehand.NOTHING);

  private final Set<Integer> devices;
  private final Beforehand before;

  private Prompter(Set<Integer> devices, Beforehand before) {
    this.devices = Set.copyOf(devices);
    this.before = before;
  }

  /** A prompter for the rehearsal of this ceremony in this folder. */
  public static Prompter of(Ceremony ceremony, Path folder) {
    return new Prompter(EarlierSetUp.expected(ceremony), Beforehand.of(ceremony, folder));
  }

  /** What whoever is asked this has to know; nothing where he decides himself. */
  public Optional<Message> tells(Field field) {
    int index = field.slot().index();
    return switch (field.editor()) {
      case Editor.KnownPin(Pin which) when index > 0 && devices.contains(index) ->
          Optional.of(
              Message.of(
                  which == Pin.USER ? "rehearsal.pin.user" : "rehearsal.pin.so",
                  index,
                  MadeUpPin.told(which, index)));
      case Editor.KnownPassphrase _ when field.slot().family().equals(MadeUpShares.VALUE) ->
          before.shares().flatMap(made -> value(made, index));
      case Editor.KnownPassphrase _ when before.shares().isPresent() ->
          Optional.of(Message.of("rehearsal.password", index, MadeUpPassphrase.told(index)));
      case Editor.Sheet _ -> before.shares().flatMap(made -> sheet(made, index));
      default -> Optional.empty();
    };
  }

  private static Optional<Message> value(MadeUpShares made, int index) {
    try (Secret value = made.value(index)) {
      String hex = value.use(digits -> new String(digits, StandardCharsets.US_ASCII));
      return Optional.of(Message.of("rehearsal.value", index, hex));
    } catch (ProblemException somebodyTookItAway) {
      return Optional.empty();
    }
  }

  private static Optional<Message> sheet(MadeUpShares made, int index) {
    try {
      return Optional.of(Message.of("rehearsal.sheet", index, made.sheet(index).toString()));
    } catch (ProblemException somebodyTookItAway) {
      return Optional.empty();
    }
  }

  /** What may stand in a field from the start; empty for nothing. */
  public String suggests(Field field) {
    return switch (field.editor()) {
      case Editor.OpenFile(Editor.OpenFile.Content content) ->
          before.found(content, field.slot().index()).orElse("");
      case Editor.Text _ when field.slot().name().equals(RehearsalDesk.PRIME) ->
          before.shares().flatMap(Prompter::prime).orElse("");
      case Editor.Text _ ->
          before.partner().flatMap(partner -> said(partner, field.slot().name())).orElse("");
      default -> "";
    };
  }

  private static Optional<String> said(MadeUpPartner partner, String question) {
    try {
      return partner.says(question);
    } catch (ProblemException somebodyTookItAway) {
      return Optional.empty();
    }
  }

  private static Optional<String> prime(MadeUpShares made) {
    try {
      return Optional.of(made.prime());
    } catch (ProblemException somebodyTookItAway) {
      return Optional.empty();
    }
  }
}
