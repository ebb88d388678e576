// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import java.util.Optional;
import org.keyrite.core.apdu.CardChannel;
import org.keyrite.core.apdu.Coding;
import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.apdu.WholeAnswers;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.AppletInfo;
import org.keyrite.core.command.Command;
import org.keyrite.core.command.DeleteFile;
import org.keyrite.core.command.EnumerateObjects;
import org.keyrite.core.command.FileControl;
import org.keyrite.core.command.FileId;
import org.keyrite.core.command.FilePart;
import org.keyrite.core.command.PinReference;
import org.keyrite.core.command.PinState;
import org.keyrite.core.command.PinStatus;
import org.keyrite.core.command.ReadBinary;
import org.keyrite.core.command.SelectApplet;
import org.keyrite.core.command.SelectFile;
import org.keyrite.core.command.UpdateBinary;
import org.keyrite.core.cvc.CertificateChain;
import org.keyrite.core.problem.DeviceProblem.AnswerMalformed;
import org.keyrite.core.problem.DeviceProblem.NotTransmitted;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.PinProblem.SoPinBlocked;
import org.keyrite.core.problem.PinProblem.SoPinRefused;
import org.keyrite.core.problem.PinProblem.SoPinWrong;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.tlv.TlvReader;

/**
 * The client of one device over one channel. Whether the device is unlocked is state of the device:
 * it is lost when the device is reset, taken out or selected again, and a command that needs it
 * then answers {@code NotLoggedIn}. Not thread-safe; a device is used by one thread.
 *
 * <p>Recovers on its own from two things. If another program selected something else on the card,
 * the SmartCard-HSM program is selected again and the command sent once more. If the reader cannot
 * carry extended APDUs, which shows with the first one, short ones are used from then on, and long
 * answers come in pieces. A command whose data do not fit a short one is refused before it is sent:
 * no way is known to give it to a device in pieces.
 */
public final class SmartCardHsm {
  // Below the limits that readers and chips are known to have (byte reference, section 1.6 [1]).
  private static final int READ_EXTENDED = 1000;
  private static final int READ_SHORT = 253;
  private static final int WRITE_EXTENDED = 960;
  private static final int WRITE_SHORT = 240;
  private static final int LARGEST_FILE = 0x8000;

  private final CardChannel channel;
  private Coding coding = Coding.EXTENDED;
  private boolean extendedWorks;

  /** A client that has not said anything yet. */
  public SmartCardHsm(CardChannel channel) {
    this.channel = new WholeAnswers(channel);
  }

  /** Selects the program of the device, which also locks it. */
  public AppletInfo select() throws ProblemException {
    return send(new SelectApplet());
  }

  /**
   * Selects the program and reads which device it is.
   *
   * @throws ProblemException {@code AnotherApplet} if it is no SmartCard-HSM, {@code
   *     CertificateMissing} if it does not say which one
   */
  public DeviceInfo identify() throws ProblemException {
    AppletInfo applet = select();
    Bytes certificates = readFile(FileId.CERTIFICATES).orElse(Bytes.EMPTY);
    try {
      return new DeviceInfo(applet, CertificateChain.parse(certificates));
    } catch (ProblemException e) {
      throw asAnswer(e);
    }
  }

  /** Reads what the device tells about its PINs; costs no try. */
  public PinStates pins() throws ProblemException {
    PinState so = send(new PinStatus(PinReference.SO));
    PinState user = so instanceof PinState.Absent ? so : send(new PinStatus(PinReference.USER));
    return new PinStates(user, so);
  }

  /**
   * Sends a command and reads its answer.
   *
   * @throws ProblemException what the command refuses, and {@link AnswerMalformed}
   */
  public <R> R send(Command<R> command) throws ProblemException {
    ResponseApdu first = transmit(command);
    boolean again;
    try (first) {
      again = isUnknown(first) && !(command instanceof SelectApplet) && !isSelected();
      if (!again) {
        return decode(command, first);
      }
    }
    select();
    try (ResponseApdu second = transmit(command)) {
      return decode(command, second);
    }
  }

  /**
   * Sends a command that carries the SO-PIN. Where the device only says that it refuses, its
   * counter is read to say how many tries are left (byte reference, section 17 no. 7).
   *
   * @throws ProblemException {@link SoPinWrong} or {@link SoPinBlocked} in place of {@link
   *     SoPinRefused} where the counter tells
   */
  public <R> R sendWithSoPin(Command<R> command) throws ProblemException {
    try {
      return send(command);
    } catch (ProblemException e) {
      if (e.problem() instanceof SoPinRefused) {
        throw refusedSoPin(e);
      }
      throw e;
    }
  }

  private ProblemException refusedSoPin(ProblemException refusal) throws ProblemException {
    return switch (send(new PinStatus(PinReference.SO))) {
      case PinState.Unverified(int tries) -> new SoPinWrong(tries).asException();
      case PinState.Blocked() -> new SoPinBlocked().asException();
      default -> refusal;
    };
  }

  /**
   * The whole content of a file, or nothing if there is none. Reading ends where the device says
   * so, where it gives nothing more, and where it gave less than was asked for and what is there is
   * complete as TLV.
   */
  public Optional<Bytes> readFile(FileId file) throws ProblemException {
    Bytes content = Bytes.EMPTY;
    while (content.size() < LARGEST_FILE) {
      int asked = coding == Coding.EXTENDED ? READ_EXTENDED : READ_SHORT;
      Optional<FilePart> part = send(new ReadBinary(file, content.size(), asked));
      if (part.isEmpty()) {
        return content.size() == 0 ? Optional.empty() : Optional.of(content);
      }
      int got = part.get().content().size();
      content = content.plus(part.get().content());
      if (part.get().isLast() || got == 0 || (got < asked && isWhole(content))) {
        return Optional.of(content);
      }
    }
    throw new AnswerMalformed("READ BINARY", "end", content.size()).asException();
  }

  /**
   * Makes a file have exactly this content. Since devices keep the rest of a longer file, it is
   * deleted first (byte reference, section 2.3 [1]). Needs the device unlocked. If it stops in
   * between, do it again.
   */
  public void writeFile(FileId file, Bytes content) throws ProblemException {
    Optional<FileControl> present = send(new SelectFile(file));
    if (present.isPresent() && present.get().size().orElse(0) != content.size()) {
      send(new DeleteFile(file));
    }
    int room = coding == Coding.EXTENDED ? WRITE_EXTENDED : WRITE_SHORT;
    int offset = 0;
    do {
      int end = Math.min(content.size(), offset + room);
      send(new UpdateBinary(file, offset, content.slice(offset, end)));
      offset = end;
    } while (offset < content.size());
  }

  /** Whether the reader turned out to carry short APDUs only. */
  public Coding coding() {
    return coding;
  }

  private static boolean isWhole(Bytes content) {
    TlvReader reader = TlvReader.of("file", content);
    try {
      reader.rest();
      return true;
    } catch (ProblemException cutOrNoTlv) {
      return false;
    }
  }

  private ResponseApdu transmit(Command<?> command) throws ProblemException {
    try (CommandApdu apdu = command.encode()) {
      boolean first = coding == Coding.EXTENDED && apdu.needsExtended() && !extendedWorks;
      try {
        ResponseApdu answer = apdu.transmit(channel, coding);
        extendedWorks |= first;
        return answer;
      } catch (ProblemException e) {
        if (!first || !(e.problem() instanceof NotTransmitted)) {
          throw e;
        }
        coding = Coding.SHORT;
        return apdu.transmit(channel, coding);
      }
    }
  }

  private static <R> R decode(Command<R> command, ResponseApdu answer) throws ProblemException {
    try {
      return command.decode(answer);
    } catch (ProblemException e) {
      throw asAnswer(e);
    }
  }

  /** What is malformed here came from the device, not from a file. */
  private static ProblemException asAnswer(ProblemException e) {
    return e.problem() instanceof Malformed(String format, String field, int offset)
        ? new AnswerMalformed(format, field, offset).asException()
        : e;
  }

  /** Status words of a card on which something else is selected, among others. */
  private static boolean isUnknown(ResponseApdu answer) {
    return switch (answer.status().value()) {
      case 0x6900, 0x6D00, 0x6E00 -> true;
      default -> false;
    };
  }

  /** Asks what only this program answers; selecting it on suspicion would lock the device. */
  private boolean isSelected() throws ProblemException {
    try (ResponseApdu answer = transmit(new EnumerateObjects())) {
      return answer.status().isOk();
    }
  }
}
