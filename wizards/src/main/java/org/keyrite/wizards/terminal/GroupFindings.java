// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.PgpWords;
import org.keyrite.core.cvc.CertificateChain;
import org.keyrite.core.cvc.ChainVerdict;
import org.keyrite.core.cvc.DeviceId;
import org.keyrite.core.cvc.TrustAnchors;
import org.keyrite.core.keydomain.ExchangeRequest;
import org.keyrite.core.keydomain.KeyDomainUid;
import org.keyrite.core.keydomain.Membership;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremonies.MemberRegister;

/**
 * What is in files of groups: device IDs, memberships, registers of members, exchange requests. All
 * of it is public, and each is verified in all its parts before anything of it is told.
 *
 * @param file where it is
 * @param content what is in it
 */
record GroupFindings(Path file, Bytes content) {

  /** What is found, if the file is meant as one of these. */
  static Optional<List<Map<String, Object>>> in(Path file, Bytes content) throws ProblemException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    GroupFindings findings = new GroupFindings(file, content);
    if (name.endsWith(DeviceId.ENDING)) {
      return Optional.of(List.of(findings.deviceId()));
    }
    if (name.endsWith(Membership.ENDING)) {
      return Optional.of(List.of(findings.membership()));
    }
    if (name.endsWith(ExchangeRequest.ENDING)) {
      return Optional.of(List.of(findings.exchangeRequest(ExchangeRequest.parse(content))));
    }
    return MemberRegister.isOne(content) ? Optional.of(findings.register()) : Optional.empty();
  }

  /** The same for an exchange request that is not called so, as other programs export it. */
  static Optional<List<Map<String, Object>>> unnamed(Path file, Bytes content)
      throws ProblemException {
    ExchangeRequest request;
    try {
      request = ExchangeRequest.parse(content);
    } catch (ProblemException somethingElse) {
      return Optional.empty();
    }
    return Optional.of(List.of(new GroupFindings(file, content).exchangeRequest(request)));
  }

  private Map<String, Object> begin(String kind) {
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("file", file.toString());
    found.put("kind", kind);
    return found;
  }

  private Map<String, Object> deviceId() throws ProblemException {
    DeviceId id = DeviceId.parse(content);
    Map<String, Object> found = begin("deviceId");
    tell(found, id.serial(), id.chain(), id.chain().judge(TrustAnchors.known(), today()));
    found.put("fingerprint", id.fingerprint().toHex());
    found.put("hash", content.sha256().toHex());
    return found;
  }

  private Map<String, Object> membership() throws ProblemException {
    Membership membership = Membership.parse(content);
    ChainVerdict verdict = membership.verifySigner(TrustAnchors.known(), today());
    Map<String, Object> found = begin("membership");
    tell(found, membership.uid());
    tell(found, membership.device().holder().holder(), membership.chain(), verdict);
    found.put("hash", content.sha256().toHex());
    return found;
  }

  private Map<String, Object> exchangeRequest(ExchangeRequest request) throws ProblemException {
    KeyDomainUid group = request.uid();
    ChainVerdict verdict = request.verify(group, TrustAnchors.known(), today());
    Map<String, Object> found = begin("exchangeRequest");
    tell(found, request.deviceId().serial(), request.chain(), verdict);
    found.put("fingerprint", request.device().encode().sha256().toHex());
    tell(found, group);
    found.put("hash", content.sha256().toHex());
    return found;
  }

  private List<Map<String, Object>> register() throws ProblemException {
    MemberRegister register = MemberRegister.read(file);
    List<Map<String, Object>> all = new ArrayList<>();
    Map<String, Object> group = begin("memberRegister");
    tell(group, register.group().uid());
    group.put("serial", register.group().signer());
    group.put("fingerprint", register.group().fingerprint().toHex());
    group.put("members", register.members().size());
    group.put("hash", content.sha256().toHex());
    all.add(group);
    for (MemberRegister.Member member : register.members()) {
      Map<String, Object> found = begin("member");
      found.put("serial", member.serial());
      found.put("origin", member.origin());
      found.put("fingerprint", member.fingerprint().toHex());
      found.put("membership", member.membership().toHex());
      found.put("who", member.who());
      found.put("when", member.when().toString());
      found.put("ceremony", member.ceremony());
      all.add(found);
    }
    return all;
  }

  private static void tell(Map<String, Object> found, KeyDomainUid uid) {
    found.put("uid", uid.toText());
    found.put("words", String.join(" ", new PgpWords().words(uid.value())));
  }

  private static void tell(
      Map<String, Object> found, String serial, CertificateChain chain, ChainVerdict verdict) {
    found.put("serial", serial);
    found.put("origin", verdict.origin().name());
    found.put("certificates", chain.path());
    found.put("outdated", verdict.outdated());
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
