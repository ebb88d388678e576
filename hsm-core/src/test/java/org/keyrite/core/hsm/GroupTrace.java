// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.SelectApplet;
import org.keyrite.core.cvc.CertificateChain;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.Recording;
import org.keyrite.core.testing.Vector;

/** The recorded story of two emulated devices in one group, and the values in it. */
record GroupTrace(List<String> lines, Vector values) {
  static GroupTrace read() throws IOException {
    return new GroupTrace(
        Recording.lines("/recordings/xkek/trace.txt"),
        Vector.file("/recordings/xkek/vectors.json"));
  }

  /** Command and answer of an exchange of this name; which one, if there are several. */
  List<String> exchange(String name, int which) throws IOException {
    int left = which;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).equals(name) && left-- == 0) {
        return List.of(
            lines.get(i + 1).substring(4).toUpperCase(Locale.ROOT),
            lines.get(i + 2).substring(4).replace(" ", "").toUpperCase(Locale.ROOT));
      }
    }
    throw new IOException("no " + name);
  }

  String answer(String name) throws IOException {
    return exchange(name, 0).get(1);
  }

  /** What a device answers without its status word. */
  Bytes content(String name) throws IOException {
    String answer = answer(name);
    return Bytes.fromHex(answer.substring(0, answer.length() - 4));
  }

  DeviceInfo device(String number) throws IOException, ProblemException {
    Bytes select = Bytes.fromHex(answer("dev" + number + " SELECT"));
    try (ResponseApdu selected = ResponseApdu.taking(select.toByteArray())) {
      Bytes certificates = values.<Vector>get("devcert").bytes(number).plus(values.bytes("dica"));
      return new DeviceInfo(
          new SelectApplet().decode(selected), CertificateChain.parse(certificates));
    }
  }

  /** The command that selects a key to check by; its names all have 14 characters. */
  static String reselect(String holder) {
    String hex = Bytes.of(holder.getBytes(StandardCharsets.US_ASCII)).toHex();
    return "002281B610830E" + hex;
  }
}
