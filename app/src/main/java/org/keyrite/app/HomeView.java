// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremonies.Shelf;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.journal.CeremonyFolder;
import org.keyrite.wizards.view.Frame;
import org.keyrite.wizards.view.look.Act;
import org.keyrite.wizards.view.look.Flow;
import org.keyrite.wizards.view.look.RailButton;
import org.keyrite.wizards.view.look.Wording;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Where everything begins: rehearse, go on with what is not finished, or plan a ceremony. The rail
 * has the places and the last records.
 */
final class HomeView {
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);
  private static final int MOST_RECORDS = 3;
  private static final int MOST_OPEN = 5;

  /** What a person may do from here. */
  interface Ways {
    /** Plans a rehearsal. */
    void rehearse();

    /** Plans a ceremony of this kind. */
    void plan(CeremonyKind kind);

    /** Goes on with a ceremony. */
    void resume(KeptCeremony kept);

    /** Offers the papers of a record. */
    void papers(CeremonyFolder folder);

    /** Chooses a language. */
    void language();

    /** Opens the guide. */
    void guide();

    /** Explains words. */
    void words();

    /** Chooses how large letters are. */
    void typeSize();

    /** Changes between light and dark. */
    void theme();

    /** Tells which Keyrite this is. */
    void about();
  }

  private final Wording wording;
  private final List<CeremonyKind> catalogue;
  private final Ways ways;
  private Optional<Act> first = Optional.empty();

  HomeView(Wording wording, List<CeremonyKind> catalogue, Ways ways) {
    this.wording = wording;
    this.catalogue = catalogue;
    this.ways = ways;
  }

  /** Shows the screen in a frame; rehearsing has the focus. */
  void openIn(Frame frame, List<KeptCeremony> kept) {
    frame.rehearsal(false);
    frame.rail().step(Optional.empty());
    frame.rail().places(places());
    frame.rail().below(records(kept));
    Act rehearse = Act.filled(wording, Message.of("window.home.rehearse"), ways::rehearse);
    VBox content = new VBox(18, wording.label("window.home.title", "kr-home-title"));
    content.getChildren().add(heroes(rehearse, kept));
    content.getChildren().add(shelves());
    frame.show(Optional.empty(), content, Optional.empty());
    first = Optional.of(rehearse);
    focus();
  }

  /** Gives the focus to what is done first; a window that is not shown yet loses it again. */
  void focus() {
    first.ifPresent(Act::requestFocus);
  }

  /** Rehearsing first, then what is not finished, two in a row. */
  private Region heroes(Act rehearse, List<KeptCeremony> kept) {
    HBox first =
        hero(
            "mdi2f-flask-outline",
            wording.label("window.home.tryFirst", "kr-heading"),
            wording.label("window.home.tryFirstText", "kr-body", "kr-muted"),
            rehearse);
    first.getStyleClass().add("kr-first");
    List<HBox> cards = new ArrayList<>(List.of(first));
    kept.stream()
        .filter(ceremony -> !ceremony.over())
        .limit(MOST_OPEN)
        .forEach(ceremony -> cards.add(open(ceremony)));
    // Only the first row is tall, so that several fit above what can be begun.
    cards.stream().skip(2).forEach(HomeView::lower);
    Flow flow = new Flow(20, 14, Pos.TOP_LEFT);
    flow.show(cards);
    return cards.size() == 1 ? first : flow;
  }

  private static void lower(HBox card) {
    card.getStyleClass().add("kr-low");
    ((VBox) card.getChildren().get(1)).getChildren().removeFirst();
  }

  private HBox open(KeptCeremony kept) {
    Act go = Act.bordered(wording, Message.of("window.home.continue"), () -> ways.resume(kept));
    Message what =
        kept.problem().isPresent()
            ? Message.of("window.home.notReadable", kept.name())
            : Message.of("window.home.stopped", kept.name(), DAY_AND_TIME.format(kept.last()));
    return hero(
        "mdi2p-pause-circle-outline",
        wording.label("window.home.notFinished", "kr-heading"),
        wording.label(what, "kr-body", "kr-muted"),
        go);
  }

  private static HBox hero(String icon, Label heading, Label text, Act act) {
    VBox words = new VBox(2, heading, text);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox card = new HBox(new FontIcon(icon), words, act);
    card.getStyleClass().addAll("kr-card", "kr-hero");
    return card;
  }

  /** What there is, side by side; a shelf on which nothing stands is left out. */
  private Flow shelves() {
    List<VBox> columns = new ArrayList<>();
    for (Shelf shelf : Shelf.values()) {
      List<CeremonyKind> kinds = shelf.of(catalogue);
      if (!kinds.isEmpty()) {
        VBox column = new VBox(head(shelf));
        kinds.forEach(kind -> column.getChildren().add(card(kind)));
        columns.add(column);
      }
    }
    columns.forEach(column ->
        column.getStyleClass().addAll("kr-card", "kr-shelf", "kr-shelf-of-" + columns.size()));
    Flow flow = new Flow(16, 14, Pos.TOP_LEFT);
    flow.show(columns);
    return flow;
  }

  private HBox head(Shelf shelf) {
    String icon =
        switch (shelf) {
          case SHARES -> "mdi2a-account-key-outline";
          case DEVICES -> "mdi2u-usb-flash-drive-outline";
          case KEYS -> "mdi2k-key-variant";
          case GROUP -> "mdi2l-link-variant";
        };
    VBox words =
        new VBox(
            wording.label(
                switch (shelf) {
                  case SHARES -> "window.home.shares";
                  case DEVICES -> "window.home.devices";
                  case KEYS -> "window.home.keys";
                  case GROUP -> "window.home.group";
                },
                "kr-heading"),
            wording.label(
                switch (shelf) {
                  case SHARES -> "window.home.sharesText";
                  case DEVICES -> "window.home.devicesText";
                  case KEYS -> "window.home.keysText";
                  case GROUP -> "window.home.groupText";
                },
                "kr-hint"));
    HBox head = new HBox(14, new FontIcon(icon), words);
    head.getStyleClass().add("kr-shelf-head");
    return head;
  }

  private StackPane card(CeremonyKind kind) {
    Button card = new Button();
    card.textProperty().bind(wording.of("kind." + kind.id() + ".name"));
    card.accessibleHelpProperty().bind(wording.of("kind." + kind.id() + ".what"));
    card.setWrapText(true);
    card.setMinHeight(Region.USE_PREF_SIZE);
    card.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    card.getStyleClass().add("kr-open-card");
    card.setOnAction(e -> ways.plan(kind));
    FontIcon arrow = new FontIcon("mdi2c-chevron-right");
    arrow.setMouseTransparent(true);
    StackPane.setAlignment(arrow, Pos.CENTER_RIGHT);
    StackPane.setMargin(arrow, new Insets(0, 14, 0, 0));
    return new StackPane(card, arrow);
  }

  private List<Node> places() {
    Button start = new RailButton(wording, "mdi2h-home-outline", "window.home.start", () -> {});
    start.getStyleClass().add("kr-now");
    return List.of(
        start,
        new RailButton(wording, "mdi2b-book-open-variant", "window.guide", ways::guide),
        new RailButton(wording, "mdi2h-help-circle-outline", "window.words", ways::words),
        new RailButton(wording, "mdi2t-translate", "window.language", ways::language),
        new RailButton(wording, "mdi2f-format-size", "window.type", ways::typeSize),
        new RailButton(wording, "mdi2t-theme-light-dark", "window.home.theme", ways::theme),
        new RailButton(wording, "mdi2i-information-outline", "window.about", ways::about));
  }

  private List<Node> records(List<KeptCeremony> kept) {
    List<KeptCeremony> over =
        kept.stream().filter(c -> c.over() && !c.kind().isEmpty()).limit(MOST_RECORDS).toList();
    if (over.isEmpty()) {
      return List.of();
    }
    VBox box = new VBox(6, wording.label("window.home.records", "kr-hint"));
    box.getStyleClass().add("kr-records");
    for (KeptCeremony ceremony : over) {
      box.getChildren().add(record(ceremony));
    }
    return List.of(box);
  }

  private static Label hint(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("kr-hint");
    return label;
  }

  private Button record(KeptCeremony ceremony) {
    Label name = new Label(ceremony.name());
    String date = DAY.format(ceremony.last());
    Label day =
        ceremony.practice()
            ? wording.label(Message.of("window.record.practice", date), "kr-hint")
            : hint(date);
    // A button asks its graphic for a height before it has a width: what wraps would ask for much.
    day.setWrapText(false);
    Button button = new Button();
    button.setGraphic(new VBox(name, day));
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.textProperty().bind(wording.of(Message.of("window.record.of", ceremony.name())));
    button.accessibleTextProperty().bind(button.textProperty());
    button.getStyleClass().add("kr-record");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(e -> ways.papers(ceremony.folder()));
    return button;
  }
}
