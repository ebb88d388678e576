// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.look;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Message;
import org.keyrite.i18n.Messages;

/**
 * Says messages in the language of the person who sits here. What it hands out follows a change of
 * language in place, so that nothing typed is lost by it.
 */
public final class Wording {
  private final Map<Language, Messages> loaded = new EnumMap<>(Language.class);
  private final ReadOnlyObjectWrapper<Messages> messages = new ReadOnlyObjectWrapper<>();

  /** Starts in this language. */
  public Wording(Language first) {
    speak(first);
  }

  /** Changes the language of everything on the screen. */
  public void speak(Language language) {
    messages.set(in(language));
  }

  /** Changes everything on the screen to these texts. */
  public void speak(Messages texts) {
    messages.set(texts);
  }

  /** The texts of a language, whether it is spoken now or not. */
  public Messages in(Language language) {
    return loaded.computeIfAbsent(language, Messages::in);
  }

  /** The texts of the language spoken now. */
  public Messages messages() {
    return messages.get();
  }

  /** The texts of the language spoken now, to be listened to. */
  public ReadOnlyObjectProperty<Messages> messagesProperty() {
    return messages.getReadOnlyProperty();
  }

  /** The language spoken now. */
  public Language language() {
    return messages().language();
  }

  /** The sentence of a message, in whatever language is spoken. */
  public StringBinding of(Message message) {
    return said(spoken -> spoken.text(message));
  }

  /** Something said with the texts of whatever language is spoken. */
  public StringBinding said(Function<Messages, String> saying) {
    return new Said(saying);
  }

  /** The sentence of a key without arguments. */
  public StringBinding of(String key) {
    return of(Message.of(key));
  }

  /** A label that wraps and follows the language. */
  public Label label(Message message, String... styleClasses) {
    Label label = new Label();
    label.textProperty().bind(of(message));
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  /** A label for a key without arguments. */
  public Label label(String key, String... styleClasses) {
    return label(Message.of(key), styleClasses);
  }

  /** Unlike the ready-made bindings, one that lets a missing text be noticed. */
  private final class Said extends StringBinding {
    private final Function<Messages, String> saying;

    Said(Function<Messages, String> saying) {
      this.saying = saying;
      bind(messages);
    }

    @Override
    protected String computeValue() {
      return saying.apply(messages());
    }
  }
}
