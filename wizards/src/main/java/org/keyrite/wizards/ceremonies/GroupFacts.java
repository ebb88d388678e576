// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.PgpWords;
import org.keyrite.core.hsm.GroupSigner;
import org.keyrite.core.keydomain.KeyDomainUid;
import org.keyrite.wizards.ceremony.Codec;
import org.keyrite.wizards.ceremony.Fact;

/** What becomes known of a group and its signer. */
final class GroupFacts {
  /** Where there is nothing to list. */
  static final String NONE = "none";

  /** The key domain UID as people read it: sixteen groups of four hex digits. */
  static final Fact<KeyDomainUid> UID = uid("group.uid");

  /** The same as 32 words. */
  static final Fact<String> WORDS = Fact.text("group.words");

  /** The keys of the signer's device that can be group signers. */
  static final Fact<List<Candidate>> FOUND = new Fact<>("signers.found", Candidate.LIST);

  /** Whether a key that is made now could be backed up. */
  static final Fact<String> CHANCE = Fact.text("signer.chance");

  /** Where the sheet of the group signer came out. */
  static final Fact<String> SHEET = Fact.text("signer.sheet");

  /** The register of members, and what it was afterwards. */
  static final Fact<String> REGISTER = Fact.text("register.name");

  static final Fact<Bytes> REGISTER_HASH = new Fact<>("register.sha256", Codec.HEX);

  private static final PgpWords SPOKEN = new PgpWords();

  private GroupFacts() {}

  static Fact<KeyDomainUid> uid(String name) {
    return new Fact<>(name, new Codec<>(KeyDomainUid::toText, GroupFacts::read));
  }

  private static KeyDomainUid read(String text) {
    return new KeyDomainUid(Bytes.fromHex(text.replace(" ", "").toLowerCase(Locale.ROOT)));
  }

  /** A UID as words to read aloud. */
  static String words(KeyDomainUid uid) {
    return String.join(" ", SPOKEN.words(uid.value()));
  }

  /**
   * A key that can be a group signer.
   *
   * @param reference its number on the device
   * @param uid the group that it would sign for
   */
  record Candidate(int reference, KeyDomainUid uid) {
    /** Lists as journals have them. */
    static final Codec<List<Candidate>> LIST = new Codec<>(Candidate::written, Candidate::read);

    private static final String KEY = "KEY";
    private static final int WORDS_OF_ONE = 3;

    static Candidate of(GroupSigner signer) {
      return new Candidate(signer.key().reference().value(), signer.uid());
    }

    private static String written(List<Candidate> all) {
      return all.isEmpty()
          ? NONE
          : all.stream()
              .map(one -> KEY + " " + one.reference + " " + one.uid.toHex())
              .collect(Collectors.joining(", "));
    }

    private static List<Candidate> read(String text) {
      return text.equals(NONE)
          ? List.of()
          : Stream.of(text.split(", ", -1)).map(Candidate::readOne).toList();
    }

    private static Candidate readOne(String text) {
      String[] words = text.split(" ", -1);
      if (words.length != WORDS_OF_ONE) {
        throw new IllegalArgumentException(text);
      }
      return new Candidate(Integer.parseInt(words[1]), GroupFacts.read(words[2]));
    }
  }
}
