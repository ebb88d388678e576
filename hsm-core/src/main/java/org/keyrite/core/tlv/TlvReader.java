// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.tlv;

import java.util.ArrayList;
import java.util.List;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.ProblemException;

/**
 * Reads a run of TLVs from the front. Refuses truncation, indefinite lengths, lengths that are not
 * the shortest possible, and tags with needless bytes, each with its offset in the whole. So what
 * was read encodes to the same bytes again.
 */
public final class TlvReader {
  private final String format;
  private final Bytes content;
  private final int end;
  private final boolean shortestOnly;
  private int position;

  private TlvReader(String format, Bytes content, int from, int end, boolean shortestOnly) {
    this.format = format;
    this.content = content;
    this.position = from;
    this.end = end;
    this.shortestOnly = shortestOnly;
  }

  /** A reader of these bytes; {@code format} is the name that problems carry. */
  public static TlvReader of(String format, Bytes content) {
    return new TlvReader(format, content, 0, content.size(), true);
  }

  /**
   * A reader that takes lengths in a longer form than needed as well, for answers of firmware that
   * writes them. What it reads need not encode to the same bytes.
   */
  public static TlvReader ofAnyLengthForm(String format, Bytes content) {
    return new TlvReader(format, content, 0, content.size(), false);
  }

  /** The single TLV that these bytes are, with nothing behind it. */
  public static Tlv single(String format, Bytes content) throws ProblemException {
    TlvReader reader = of(format, content);
    Tlv tlv = reader.next();
    reader.finish();
    return tlv;
  }

  /** Whether another TLV follows. */
  public boolean hasNext() {
    return position < end;
  }

  /** Where the next TLV begins, counted from the beginning of the whole. */
  public int position() {
    return position;
  }

  /** The next TLV. */
  public Tlv next() throws ProblemException {
    int start = position;
    Tag tag = tag();
    int size = length();
    if (size > end - position) {
      throw malformed("length", start);
    }
    position += size;
    return new Tlv(tag, content.slice(position - size, position));
  }

  /** The next TLV's content, which must carry this tag. */
  public Bytes next(Tag expected) throws ProblemException {
    int start = position;
    Tlv tlv = next();
    if (!tlv.tag().equals(expected)) {
      throw malformed("tag " + expected, start);
    }
    return tlv.value();
  }

  /** A reader of the next TLV's content, which must carry this constructed tag. */
  public TlvReader enter(Tag expected) throws ProblemException {
    int size = next(expected).size();
    return new TlvReader(format, content, position - size, position, shortestOnly);
  }

  /** All TLVs that are left. */
  public List<Tlv> rest() throws ProblemException {
    List<Tlv> all = new ArrayList<>();
    while (hasNext()) {
      all.add(next());
    }
    return all;
  }

  /** Refuses bytes that are left. */
  public void finish() throws ProblemException {
    if (hasNext()) {
      throw malformed("end", position);
    }
  }

  private Tag tag() throws ProblemException {
    int start = position;
    int value = octet("tag", start);
    if ((value & 0x1F) == 0x1F) {
      int more;
      do {
        if (position - start == Tag.MAX_SIZE) {
          throw malformed("tag", start);
        }
        more = octet("tag", start);
        value = value << 8 | more;
      } while ((more & 0x80) != 0);
    }
    try {
      return new Tag(value);
    } catch (IllegalArgumentException needlessBytes) {
      throw malformed("tag", start);
    }
  }

  private int length() throws ProblemException {
    int start = position;
    int first = octet("length", start);
    if (first < 0x80) {
      return first;
    }
    int count = first & 0x7F;
    if (count < 1 || count > 4) {
      throw malformed("length", start);
    }
    long size = 0;
    for (int i = 0; i < count; i++) {
      size = size << 8 | octet("length", start);
    }
    boolean shortest = size >= 0x80 && size >> 8 * (count - 1) != 0;
    if ((shortestOnly && !shortest) || size > Integer.MAX_VALUE) {
      throw malformed("length", start);
    }
    return (int) size;
  }

  private int octet(String field, int start) throws ProblemException {
    if (position == end) {
      throw malformed(field, start);
    }
    return content.at(position++);
  }

  private ProblemException malformed(String field, int offset) {
    return new Malformed(format, field, offset).asException();
  }
}
