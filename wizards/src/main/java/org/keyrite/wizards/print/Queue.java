// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.print;

import java.util.Locale;
import java.util.Set;
import org.keyrite.i18n.Message;

/**
 * A printer queue of the system.
 *
 * @param name its name
 * @param device where it sends what it is given: a URI as CUPS writes it, or the path of a file
 * @param state whether it can print now
 */
public record Queue(String name, String device, State state) {
  private static final Set<String> CABLES =
      Set.of("usb", "hp", "parallel", "serial", "ippusb", "epson", "canon", "gutenprint");

  /** Where its paper comes out. */
  public enum Reach {
    /** Of a printer that hangs on a cable of this computer. */
    CABLE,
    /** Of a printer that is reached over a network: the document passes through others' hands. */
    NETWORK,
    /** Nowhere: it writes files. */
    FILE,
    /** Nobody can tell from its name. */
    UNKNOWN
  }

  /** Whether a queue can print now. */
  public sealed interface State {
    /** It waits for something to print. */
    record Ready() implements State {}

    /** It takes jobs and prints none, for this reason in the words of the system. */
    record Stopped(String reason) implements State {}

    /** It takes no jobs, for this reason in the words of the system. */
    record Rejecting(String reason) implements State {}
  }

  /** Where its paper comes out, as far as its device tells. */
  public Reach reach() {
    String scheme = scheme();
    if (device.startsWith("/") || scheme.equals("file") || scheme.equals("cups-pdf")) {
      return Reach.FILE;
    }
    if (CABLES.contains(scheme)) {
      return Reach.CABLE;
    }
    if (Set.of("ipp", "ipps", "http", "https").contains(scheme)) {
      // A program on this computer that passes on to a cable, as ipp-usb does.
      return isThisComputer(host()) ? Reach.CABLE : Reach.NETWORK;
    }
    return switch (scheme) {
      case "socket", "lpd", "smb", "dnssd", "mdns", "snmp", "beh", "ndprint" -> Reach.NETWORK;
      default -> Reach.UNKNOWN;
    };
  }

  /** The same in words. */
  public Message where() {
    return switch (reach()) {
      case CABLE -> Message.of("window.printer.cable");
      case NETWORK ->
          host().isEmpty()
              ? Message.of("window.printer.network")
              : Message.of("window.printer.networkAt", host());
      case FILE -> Message.of("window.printer.file");
      case UNKNOWN -> Message.of("window.printer.unknown");
    };
  }

  /** The computer or printer in its device, empty where there is none; never a password. */
  public String host() {
    int from = device.indexOf("://");
    if (from < 0) {
      return "";
    }
    String authority = device.substring(from + 3).split("[/?]", 2)[0];
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    if (host.startsWith("[")) {
      return host.substring(0, host.indexOf(']') + 1);
    }
    return host.split(":", 2)[0];
  }

  private String scheme() {
    int end = device.indexOf(':');
    return end < 0 ? "" : device.substring(0, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isThisComputer(String host) {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }
}
