// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.KeyTerms;
import org.keyrite.core.cvc.CvRequest;
import org.keyrite.core.cvc.DeviceId;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.KeyDomainStatus;
import org.keyrite.core.keydomain.Membership;
import org.keyrite.core.pkcs15.KeyCertificate;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.ScriptedChannel;

/**
 * The recorded story of a group, from its signer to the domains of two emulated devices. Given the
 * recorded answers, this client sends what was recorded but for this:
 *
 * <ul>
 *   <li>The recorded program sent only {@code 7F21} and {@code 54} of a membership, which is all
 *       that pico-hsm looks at. A real card is sent the whole request, {@code 42} and {@code 5F37}
 *       too (byte reference, section 10.5), so that it can check who vouches for the group signer.
 *   <li>It selected the issuer first, then the device, then the issuer again. This client begins
 *       with the device and goes up only where a key is unknown, and it selects the device once
 *       more after its certificate was verified, since a card may forget the selection.
 *   <li>It did not ask for the domain before.
 *   <li>It coded every command extended and asked for an answer to each.
 * </ul>
 */
class GroupTraceTest {
  private final GroupTrace trace = GroupTrace.read();

  GroupTraceTest() throws IOException {}

  private Membership recorded(String device) throws ProblemException {
    return Membership.parse(trace.values().bytes("kdm_dev" + device));
  }

  private GroupSigner signer() throws IOException, ProblemException {
    String made = trace.answer("dev1 GENERATE KEY PAIR key 1 brainpoolP256r1 (group signer key)");
    Bytes request = Bytes.fromHex(made.substring(0, made.length() - 4));
    StoredKey key =
        new StoredKey(
            new KeyId(1),
            KeyTerms.NONE,
            Optional.empty(),
            Optional.of(KeyCertificate.read(request)));
    GroupSigner signer = GroupSigner.require(key);
    assertEquals(CvRequest.parse(request), signer.request());
    return signer;
  }

  @Test
  void bothMembershipsAreIssuedAsTheyWereRecorded() throws Exception {
    for (String member : List.of("1", "2")) {
      List<String> signing =
          trace.exchange(
              "dev1 SIGN (alg 70, ECDSA raw) membership of device " + member + ": sha256(54 || X)",
              0);
      // Extended as recorded, or short: 32 bytes of data.
      String sent = signing.get(0);
      assertTrue(sent.startsWith("80680170000020"));
      ScriptedChannel channel =
          new ScriptedChannel().then("80680170 20" + sent.substring(14, 78) + "00", signing.get(1));
      Membership issued =
          signer()
              .issue(
                  new SmartCardHsm(channel),
                  trace.device("1"),
                  DeviceId.of(trace.device(member).certificates()));
      assertEquals(recorded(member), issued);
      assertEquals(trace.values().bytes("kdm_dev" + member), issued.encode());
      channel.assertFinished();
    }
  }

  /** The recorded creation with the whole request in it, in the extended form. */
  private String whole(String name, int which, Membership membership) throws IOException {
    String recorded = trace.exchange(name, which).get(0);
    String request = membership.request().content().toHex().toUpperCase(Locale.ROOT);
    String signature = membership.encodedSignature().toHex().toUpperCase(Locale.ROOT);
    String sent = recorded.substring(14, recorded.length() - 4);
    assertTrue(sent.endsWith(signature), name);
    assertTrue(request.startsWith(sent.substring(0, sent.length() - signature.length())), name);
    String data = request + signature;
    return recorded.substring(0, 8) + "00" + "%04X".formatted(data.length() / 2) + data + "0100";
  }

  @Test
  void theSignersDeviceKnowsItselfAndGetsItsDomain() throws Exception {
    Membership membership = recorded("1");
    ScriptedChannel channel =
        new ScriptedChannel()
            .then("8052000100", trace.answer("dev1 KEY DOMAIN status of domain 0"))
            .then(
                GroupTrace.reselect("UTTESTDEV00001"),
                trace.answer("dev1 MSE:SET DST UTTESTDEV00001"))
            .then(
                whole("dev1 CREATE XKEK DOMAIN 1", 0, membership),
                trace.answer("dev1 CREATE XKEK DOMAIN 1"))
            .then("8052000100", trace.answer("dev1 KEY DOMAIN status of domain 1"));
    joined(channel, "1", 1, membership);
  }

  @Test
  void theOtherDeviceVerifiesTheSignersCertificateFirst() throws Exception {
    Membership membership = recorded("2");
    String certificate = membership.device().content().toHex().toUpperCase(Locale.ROOT);
    String verifying = trace.exchange("dev2 PSO:VERIFY CERTIFICATE UTTESTDEV00001", 0).get(0);
    assertTrue(verifying.contains(certificate));
    String size = "%02X".formatted(certificate.length() / 2);
    ScriptedChannel channel =
        new ScriptedChannel()
            .then("8052000200", trace.answer("dev2 KEY DOMAIN status of domain 0"))
            .then(
                GroupTrace.reselect("UTTESTDEV00001"),
                trace.answer("dev2 MSE:SET DST UTTESTDEV00001"))
            .then(
                GroupTrace.reselect("UTTESTDICA0001"),
                trace.answer("dev2 MSE:SET DST UTTESTDICA0001"))
            .then(
                "002A00BE" + size + certificate,
                trace.answer("dev2 PSO:VERIFY CERTIFICATE UTTESTDEV00001"))
            .then(GroupTrace.reselect("UTTESTDEV00001"), "9000")
            .then(
                whole("dev2 CREATE XKEK DOMAIN 2", 0, membership),
                trace.answer("dev2 CREATE XKEK DOMAIN 2"))
            .then("8052000200", trace.answer("dev2 KEY DOMAIN status of domain 2"));
    joined(channel, "2", 2, membership);
  }

  private void joined(ScriptedChannel channel, String device, int domain, Membership membership)
      throws Exception {
    KeyDomainStatus status =
        new GroupMember(new SmartCardHsm(channel), trace.device(device))
            .join(new KeyDomainIndex(domain), membership);
    channel.assertFinished();
    assertEquals(Optional.of(membership.uid()), status.group());
    assertEquals(64, status.uid().orElseThrow().size());
  }

  @Test
  void theRecordedKeyIsOnTheCurveThatThisClientAsksFor() throws Exception {
    String sent =
        trace.exchange("dev1 GENERATE KEY PAIR key 1 brainpoolP256r1 (group signer key)", 0).get(0);
    for (Bytes number : Membership.CURVE.numbers()) {
      assertTrue(sent.contains(number.toHex().toUpperCase(Locale.ROOT)));
    }
  }
}
