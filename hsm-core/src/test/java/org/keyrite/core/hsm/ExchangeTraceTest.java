// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.KeyTerms;
import org.keyrite.core.command.UnwrapKey;
import org.keyrite.core.cvc.CvRequest;
import org.keyrite.core.dkek.KeyCheckValue;
import org.keyrite.core.key.Algorithm;
import org.keyrite.core.key.AllowedAlgorithms;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.keydomain.ExchangeRequest;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.KeyDomainUid;
import org.keyrite.core.keydomain.Membership;
import org.keyrite.core.pkcs15.KeyCertificate;
import org.keyrite.core.problem.ExchangeProblem.ExchangeRefusedByDevice;
import org.keyrite.core.problem.ExchangeProblem.NothingAgreed;
import org.keyrite.core.problem.ExchangeProblem.PartnerIsSameDevice;
import org.keyrite.core.problem.KeyProblem.KeyUsedUp;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.ScriptedChannel;
import org.keyrite.core.testing.Vector;
import org.keyrite.core.wrap.KeyBlob;

/**
 * The recorded agreement of two emulated devices, and the key that moved by it. The recorded
 * program sent only {@code 7F21} of a request, which is all that pico-hsm looks at; this client
 * sends {@code 42} and {@code 5F37} too, after the device was led to believe its partner (byte
 * reference, section 11.3).
 */
class ExchangeTraceTest {
  private static final KeyId KEY = new KeyId(2);
  private final GroupTrace trace = GroupTrace.read();

  ExchangeTraceTest() throws IOException {}

  private static KeyDomainIndex domain(String device) {
    return new KeyDomainIndex(Integer.parseInt(device));
  }

  private KeyDomainUid group() throws ProblemException {
    return Membership.parse(trace.values().bytes("kdm_dev1")).uid();
  }

  private KeyExchange side(ScriptedChannel channel, String device) throws Exception {
    return new KeyExchange(
        new SmartCardHsm(channel), trace.device(device), domain(device), group());
  }

  private Bytes recorded(String device) {
    return trace.values().<Vector>get("exchange_request").bytes(device);
  }

  private ExchangeRequest request(String device) throws Exception {
    AllowedAlgorithms agree = new AllowedAlgorithms(Bytes.of((byte) Algorithm.ECDH_XKEK.id()));
    StoredKey key =
        new StoredKey(
            KEY,
            new KeyTerms(agree, Optional.of(domain(device)), OptionalLong.empty()),
            Optional.empty(),
            Optional.of(KeyCertificate.read(recorded(device))));
    return side(new ScriptedChannel(), device).request(key);
  }

  private static String other(String device) {
    return device.equals("1") ? "2" : "1";
  }

  private String status(String device, boolean agreed) throws IOException {
    String query = "dev" + device + " KEY DOMAIN status of domain " + device;
    for (int i = 0; ; i++) {
      String answer = trace.exchange(query, i).get(1);
      if (answer.length() > 40
          && answer.startsWith("FF00")
          && agreed != answer.startsWith("FF000000000000000000")) {
        return answer;
      }
    }
  }

  private ScriptedChannel until(String device, String derived, String after) throws Exception {
    Bytes data = request(other(device)).request().content();
    String sent = trace.exchange("dev" + device + " DERIVE XKEK from the peer's 7F21", 0).get(0);
    String first = sent.substring(14, sent.length() - 4);
    String whole = data.toHex().toUpperCase(Locale.ROOT);
    assertTrue(whole.startsWith(first));
    return new ScriptedChannel()
        .then("80520" + "00" + device + "00", status(device, false))
        .then(GroupTrace.reselect("UTTESTDEV0000" + other(device)), "9000")
        .then(sent.substring(0, 8) + "00" + "%04X".formatted(data.size()) + whole, derived)
        .then("80520" + "00" + device + "00", after);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  void bothAgreeOnTheRecordedCheckValue(String device) throws Exception {
    assertEquals(recorded(device), request(device).request().encode());
    ScriptedChannel channel = until(device, "9000", status(device, true));
    KeyCheckValue agreed = side(channel, device).agree(KEY, request(other(device)));
    channel.assertFinished();
    assertEquals(trace.values().<Vector>get("kcv").bytes(device), agreed.value());
  }

  @Test
  void aCheckValueOfZerosStops() throws Exception {
    KeyExchange side = side(until("1", "9000", status("1", false)), "1");
    ExchangeRequest partner = request("2");
    assertRefused(
        new NothingAgreed(trace.device("1").serial().text(), 1), () -> side.agree(KEY, partner));
  }

  @ParameterizedTest
  @CsvSource({"6985", "6A80", "6A88", "6700", "6300"})
  void whatTheDeviceDoesNotTakeIsNamed(String status) throws Exception {
    KeyExchange side = side(until("1", status, "9000"), "1");
    ExchangeRequest partner = request("2");
    assertRefused(new ExchangeRefusedByDevice(status), () -> side.agree(KEY, partner));
  }

  @Test
  void aUsedUpExchangeKeyIsNamed() throws Exception {
    KeyExchange side = side(until("1", "6984", "9000"), "1");
    ExchangeRequest partner = request("2");
    assertRefused(new KeyUsedUp(2), () -> side.agree(KEY, partner));
  }

  @Test
  void ownRequestIsRefusedBeforeAnythingIsSent() throws Exception {
    ScriptedChannel channel = new ScriptedChannel();
    ExchangeRequest own = request("1");
    KeyExchange side = side(channel, "1");
    assertRefused(
        new PartnerIsSameDevice(trace.device("1").serial().text()), () -> side.agree(KEY, own));
    channel.assertFinished();
  }

  /** The recorded signature of device 2 is over the hash of "hello". */
  @Test
  void theKeyThatMovedIsTheSame() throws Exception {
    ScriptedChannel source =
        new ScriptedChannel().then("80720392000000", trace.answer("dev1 WRAP KEY 3 (XKEK domain)"));
    StoredKey key = new StoredKey(new KeyId(3), KeyTerms.NONE, Optional.empty(), Optional.empty());
    KeyBlob blob = new KeyTransfer(new SmartCardHsm(source)).wrap(key).blob();
    assertEquals(trace.values().bytes("wrapped_key3"), blob.encode());
    assertEquals(trace.values().<Vector>get("kcv").bytes("1"), blob.checkValue().value());
    String unwrapping = trace.exchange("dev2 UNWRAP KEY as key 7", 0).get(0);
    ScriptedChannel target =
        new ScriptedChannel().then(unwrapping.substring(0, unwrapping.length() - 4), "9000");
    new SmartCardHsm(target).send(new UnwrapKey(new KeyId(7), Optional.of(blob)));
    target.assertFinished();
    String made =
        "dev1 GENERATE KEY PAIR key 3 secp256r1 (key to migrate, domain 1, use counter 5)";
    Bytes signature = trace.content("dev2 SIGN with the migrated key on device 2");
    Bytes message = Bytes.of("hello".getBytes(StandardCharsets.US_ASCII));
    assertTrue(
        CvRequest.parse(trace.content(made))
            .publicKey()
            .verifies(Algorithm.ECDSA, message, signature));
  }
}
