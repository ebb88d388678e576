// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.List;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.wizards.ceremony.Codec;
import org.keyrite.wizards.ceremony.Fact;

/** What becomes known in a visit of a migration besides {@link MigrateFacts}. */
final class MigrateVisitFacts {
  /** The exchange key of this migration stays on its device. */
  static final String WAITING = "waiting";

  /** Which migration it is. */
  static final Fact<Bytes> MIGRATION = new Fact<>("migration.id", Codec.HEX);

  /** The device at the other site: as it was named, or as its bundle says. */
  static final Fact<String> PARTNER = Fact.text("partner.serial");

  /** The hash of its certificate as it was typed, maybe nothing. */
  static final Fact<String> PARTNER_TYPED = Fact.text("partner.typed");

  /** What its certificates say about where it comes from. */
  static final Fact<String> PARTNER_ORIGIN = Fact.text("partner.origin");

  /** The bundle that came. */
  static final Fact<String> PATH = Fact.text("bundle.path");

  /** The words that the other site read aloud, as they were typed. */
  static final Fact<String> HEARD = Fact.text("bundle.heard");

  /** SHA-256 of the manifest that came. */
  static final Fact<Bytes> CAME = new Fact<>("bundle.came", Codec.HEX);

  /** SHA-256 of the manifest that was made. */
  static final Fact<Bytes> BUNDLE_HASH = new Fact<>("bundle.sha256", Codec.HEX);

  /** The words of it that are read to the other site. */
  static final Fact<String> SPOKEN = Fact.text("bundle.words");

  /** The keys that the source sent. */
  static final Fact<List<ListedKey>> SENT = new Fact<>("keys.sent", ListedKey.LIST);

  /** The check values of the DKEKs that the target has, or {@link KeyFacts#NONE}. */
  static final Fact<String> DKEKS = Fact.text("target.dkeks");

  private MigrateVisitFacts() {}
}
