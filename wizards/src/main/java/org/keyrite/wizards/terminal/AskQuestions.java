// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Answers;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.SecretSlot;
import org.keyrite.wizards.ceremony.Sentences;
import org.keyrite.wizards.rehearsal.Prompter;

/**
 * Has the fields of an ask answered: from the file of answers, once, else by people. Where few
 * characters choose much, people see what was understood before it is taken.
 */
final class AskQuestions {
  private final Dialog dialog;
  private final Messages messages;
  private final FileAnswers answers;
  private final Prompter prompter;
  private final Set<String> spent = new HashSet<>();

  /** Whether a person typed something of the answers at hand. */
  private boolean typed;

  AskQuestions(Dialog dialog, FileAnswers answers, Prompter prompter) {
    this.dialog = dialog;
    this.messages = dialog.messages();
    this.answers = answers;
    this.prompter = prompter;
  }

  /** The answers; the caller owns the secrets among them. */
  Answers ask(Ask ask, CeremonyState state) throws ProblemException {
    while (true) {
      Answers given = once(ask, state);
      boolean meant = false;
      try {
        meant = isMeant(ask, state.facts().with(given.facts()));
        if (meant) {
          return given;
        }
      } finally {
        if (!meant) {
          given.secrets().values().forEach(Secret::close);
        }
      }
    }
  }

  private Answers once(Ask ask, CeremonyState state) throws ProblemException {
    Facts facts = Facts.NONE;
    Map<SecretSlot, Secret> secrets = new HashMap<>();
    boolean complete = false;
    typed = false;
    try {
      for (Field field : state.fields(ask)) {
        switch (field.slot()) {
          case Fact<?> fact ->
              facts = facts.with(Facts.ofTexts(Map.of(fact.name(), text(field, ask, state))));
          case SecretSlot slot -> secrets.put(slot, secret(field));
        }
      }
      complete = true;
      return new Answers(facts, secrets);
    } finally {
      if (!complete) {
        secrets.values().forEach(Secret::close);
      }
    }
  }

  private String text(Field field, Ask ask, CeremonyState state) throws ProblemException {
    if (spent.add(field.slot().name())) {
      Optional<String> given = answers.text(field);
      if (given.isPresent()) {
        return given.get();
      }
    }
    if (!typed) {
      ask.shown().forEach(list -> dialog.tell(list, state));
    }
    typed = true;
    String suggested = prompter.suggests(field);
    return new FieldQuestions(dialog).fact(suggested.isEmpty() ? field : field.preset(suggested));
  }

  /** What is refused is not asked about: the refusal says more. */
  private boolean isMeant(Ask ask, Facts known) throws ProblemException {
    if (!typed || ask.whole().refuses(known).isPresent()) {
      return true;
    }
    Map<String, String> understood = ask.whole().understood(known).texts();
    if (understood.isEmpty()) {
      return true;
    }
    dialog.screen().line(messages.text("terminal.understood"));
    understood.forEach((name, text) ->
        Sentences.values(messages, name, text)
            .forEach(item -> dialog.screen().paragraph("  ", item)));
    return dialog.agrees(messages.text("terminal.understood.ask"));
  }

  private Secret secret(Field field) throws ProblemException {
    if (spent.add(field.slot().name())) {
      Optional<Secret> given = answers.secret(field);
      if (given.isPresent()) {
        return given.get();
      }
    }
    prompter.tells(field).ifPresent(told -> dialog.screen().paragraph("  ", messages.text(told)));
    return new FieldQuestions(dialog).secret(field);
  }
}
