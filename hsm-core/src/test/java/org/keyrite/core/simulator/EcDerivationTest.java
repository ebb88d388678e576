// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.keyrite.core.bytes.Bytes;

final class EcDerivationTest {
  private final Talk user = Talk.loggedIn("");

  @Test
  void derivesKeyWhoseNumberIsTheSum() throws Exception {
    KeyTalk.good(user.send(KeyTalk.generate(1, KeyTalk.ec("secp256r1"), "900400000002")));
    String parameter = "00".repeat(31) + "05";
    user.expect("9000", Talk.command("80760102", "98" + parameter));
    EcKey from = (EcKey) user.device.state().keys().find(1).orElseThrow().material();
    EcKey to = (EcKey) user.device.state().keys().find(2).orElseThrow().material();
    EcCurve curve = from.curve();
    Bytes sum =
        Bytes.of(
            curve
                .point(from.publicPoint())
                .orElseThrow()
                .add(curve.parameters().getG().multiply(BigInteger.valueOf(5)))
                .normalize()
                .getEncoded(false));
    assertEquals(sum, to.publicPoint());
    assertTrue(user.send("00A4000002CC0100").contains("900400000001"));
  }

  @Test
  void refusesDerivationsThatMakeNoSense() throws Exception {
    KeyTalk.good(user.send(KeyTalk.generate(1, KeyTalk.ec("secp256r1"), "")));
    user.expect("9000", "004803B0");
    String zeros = "00".repeat(32);
    user.expect("6A89", Talk.command("80760101", "98" + zeros));
    user.expect("6A86", Talk.command("80760100", "98" + zeros));
    user.expect("6A80", Talk.command("80760102", "99" + zeros));
    user.expect("6A80", Talk.command("80760102", "98" + zeros + "00"));
    user.expect("6A80", Talk.command("80760102", "98"));
    user.expect("6A80", "80760102");
    user.expect("6A81", Talk.command("80760302", "98" + zeros));
    EcKey key = (EcKey) user.device.state().keys().find(1).orElseThrow().material();
    BigInteger number = KeyTalk.number(key.scalar().bytes());
    Bytes opposite = key.curve().fixed(key.curve().parameters().getN().subtract(number));
    user.expect("6A80", Talk.command("80760102", "98" + opposite.toHex()));
  }
}
