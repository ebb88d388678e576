// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.keydomain.KeyDomainUid;
import org.keyrite.core.problem.GroupProblem.RegisterChanged;
import org.keyrite.core.problem.GroupProblem.RegisterOfAnotherGroup;
import org.keyrite.core.problem.ProblemException;

/**
 * The register of members of a group ({@code docs/formats/register.md}): a line for the group, and
 * one for each device that was given a membership. Each line carries the hash of the line before,
 * so that none can be changed, removed or moved without being seen. All of it is public.
 *
 * @param group the first line
 * @param members the others, in order
 */
public record MemberRegister(Group group, List<Member> members) {
  private static final String FORMAT = "keyrite-member-register";
  private static final String VERSION = "1";
  private static final String NOTHING_BEFORE = "00".repeat(32);
  private static final int DIGITS_IN_NAME = 16;

  /** Keeps its own copy. */
  public MemberRegister {
    members = List.copyOf(members);
  }

  /**
   * The group.
   *
   * @param uid its name
   * @param signer serial of the device with its signer
   * @param fingerprint SHA-256 of that device's certificate
   * @param who the person who opened the register
   * @param when UTC
   * @param ceremony in which
   */
  public record Group(
      KeyDomainUid uid,
      String signer,
      Bytes fingerprint,
      String who,
      Instant when,
      String ceremony) {}

  /**
   * A device that was given a membership.
   *
   * @param serial of the device
   * @param fingerprint SHA-256 of its certificate
   * @param origin what its certificates say about where it comes from
   * @param membership SHA-256 of the membership file
   * @param who the person who let it in
   * @param when UTC
   * @param ceremony in which
   */
  public record Member(
      String serial,
      Bytes fingerprint,
      String origin,
      Bytes membership,
      String who,
      Instant when,
      String ceremony) {}

  /** A register without members. */
  static MemberRegister open(Group group) {
    return new MemberRegister(group, List.of());
  }

  /** The register with more members; those that stand there for the same membership stay once. */
  MemberRegister with(List<Member> more) {
    List<Member> all = new ArrayList<>(members);
    for (Member member : more) {
      if (all.stream().noneMatch(there -> there.membership().equals(member.membership()))) {
        all.add(member);
      }
    }
    return new MemberRegister(group, all);
  }

  /** What the file is called: it begins with the UID's first sixteen digits. */
  public String fileName() {
    return fileName(group.uid());
  }

  /** What the register of this group is called. */
  static String fileName(KeyDomainUid group) {
    return "members-" + group.toHex().substring(0, DIGITS_IN_NAME) + ".jsonl";
  }

  /** Whether these bytes are meant as a register. */
  public static boolean isOne(Bytes content) {
    String head =
        new String(
            content.slice(0, Math.min(content.size(), 60)).toByteArray(), StandardCharsets.UTF_8);
    return head.startsWith("{\"format\":\"" + FORMAT + "\"");
  }

  /** The content of the file. */
  public Bytes encode() {
    StringBuilder text = new StringBuilder();
    String before = NOTHING_BEFORE;
    for (JsonLine line : lines()) {
      String written = line.with("previous", before).toText();
      before = hash(written);
      text.append(written).append('\n');
    }
    return Bytes.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String hash(String line) {
    return Bytes.of(line.getBytes(StandardCharsets.UTF_8)).sha256().toHex();
  }

  private List<JsonLine> lines() {
    List<JsonLine> lines = new ArrayList<>();
    lines.add(
        JsonLine.NOTHING
            .with("format", FORMAT)
            .with("version", VERSION)
            .with("group", group.uid().toHex())
            .with("signer", group.signer())
            .with("fingerprint", group.fingerprint().toHex())
            .with("who", group.who())
            .with("when", group.when().toString())
            .with("ceremony", group.ceremony()));
    for (Member member : members) {
      lines.add(
          JsonLine.NOTHING
              .with("serial", member.serial())
              .with("fingerprint", member.fingerprint().toHex())
              .with("origin", member.origin())
              .with("membership", member.membership().toHex())
              .with("who", member.who())
              .with("when", member.when().toString())
              .with("ceremony", member.ceremony()));
    }
    return lines;
  }

  /**
   * Reads and checks a register.
   *
   * @throws ProblemException {@link RegisterChanged} with the first line that is not as it was
   *     written, and what reading refuses
   */
  public static MemberRegister read(Path file) throws ProblemException {
    Bytes content = KeyFolder.read(file);
    List<String> lines = new String(content.toByteArray(), StandardCharsets.UTF_8).lines().toList();
    Group group = null;
    List<Member> members = new ArrayList<>();
    String before = NOTHING_BEFORE;
    for (int i = 0; i < lines.size(); i++) {
      try {
        Map<String, String> line = JsonLine.parse(lines.get(i)).members();
        if (!before.equals(line.get("previous"))) {
          // The line before was changed, or one between them is gone.
          throw new RegisterChanged(file.toString(), Math.max(1, i)).asException();
        }
        if (i == 0) {
          group = group(line);
        } else {
          members.add(member(line));
        }
        before = hash(lines.get(i));
      } catch (IllegalArgumentException | DateTimeException | NullPointerException notAsWritten) {
        throw new RegisterChanged(file.toString(), i + 1).asException();
      }
    }
    MemberRegister read = group == null ? null : new MemberRegister(group, members);
    if (read == null || !read.encode().equals(content)) {
      throw new RegisterChanged(file.toString(), Math.max(1, lines.size())).asException();
    }
    return read;
  }

  private static Group group(Map<String, String> line) {
    if (!FORMAT.equals(line.get("format")) || !VERSION.equals(line.get("version"))) {
      throw new IllegalArgumentException("no register");
    }
    return new Group(
        new KeyDomainUid(Bytes.fromHex(line.get("group").toLowerCase(java.util.Locale.ROOT))),
        line.get("signer"),
        Bytes.fromHex(line.get("fingerprint")),
        line.get("who"),
        Instant.parse(line.get("when")),
        line.get("ceremony"));
  }

  private static Member member(Map<String, String> line) {
    return new Member(
        line.get("serial"),
        Bytes.fromHex(line.get("fingerprint")),
        line.get("origin"),
        Bytes.fromHex(line.get("membership")),
        line.get("who"),
        Instant.parse(line.get("when")),
        line.get("ceremony"));
  }

  /**
   * Refuses the register of another group.
   *
   * @throws ProblemException {@link RegisterOfAnotherGroup}
   */
  void require(KeyDomainUid uid) throws ProblemException {
    if (!group.uid().equals(uid)) {
      throw new RegisterOfAnotherGroup(uid.toText(), group.uid().toText()).asException();
    }
  }

  /** Writes the whole register over the file it was read from; SHA-256 of the file. */
  Bytes writeOver(Path file) throws ProblemException {
    Bytes content = encode();
    new KeyFolder(file.getParent()).write(file.getFileName().toString(), content, true);
    return content.sha256();
  }

  /** Writes the whole register, in place of what an earlier attempt left; SHA-256 of the file. */
  Bytes writeTo(Path folder) throws ProblemException {
    Bytes content = encode();
    new KeyFolder(folder).write(fileName(), content, true);
    return content.sha256();
  }
}
