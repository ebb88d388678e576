// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.stock;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.KeyTerms;
import org.keyrite.core.command.VerifyPin;
import org.keyrite.core.hsm.CertificateRequest;
import org.keyrite.core.hsm.DeviceInfo;
import org.keyrite.core.hsm.KeyCreation;
import org.keyrite.core.hsm.KeyDeletion;
import org.keyrite.core.hsm.KeyDomains;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.KeyProof;
import org.keyrite.core.hsm.KeyTransfer;
import org.keyrite.core.hsm.NewKey;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.AllowedAlgorithms;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.key.KeyUse;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.pkcs15.KeyCertificate;
import org.keyrite.core.pkcs15.KeyLabel;
import org.keyrite.core.pkcs15.PkcsId;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.random.JvmRandom;
import org.keyrite.core.reader.CardSession;
import org.keyrite.core.reader.PcscReaders;
import org.keyrite.core.testing.Pins;
import org.keyrite.core.wrap.WrappedKeyFile;

/**
 * Our own client inside the namespaces, with keys. First argument: the slot; every other one is
 * something to do, its parts apart by colons. Says what keys there are at the end.
 */
final class KeysHost {
  private final SmartCardHsm hsm;
  private final DeviceInfo device;
  private final KeyDomains domains;

  private KeysHost(SmartCardHsm hsm) throws ProblemException {
    this.hsm = hsm;
    device = hsm.identify();
    domains = KeyDomains.read(hsm, device);
    try (UserPin pin = Pins.user("648219")) {
      hsm.send(new VerifyPin(pin));
    }
  }

  public static void main(String[] arguments) throws Exception {
    try (PcscReaders readers = new PcscReaders();
        CardSession session = readers.list().get(Integer.parseInt(arguments[0])).connect()) {
      KeysHost host = new KeysHost(new SmartCardHsm(session));
      for (int i = 1; i < arguments.length; i++) {
        host.work(arguments[i].split(":"));
      }
      host.tell();
    }
  }

  private void work(String[] parts) throws Exception {
    switch (parts[0]) {
      case "create" -> create(parts[1], parts[2]);
      case "wrap" -> {
        WrappedKeyFile file = new KeyTransfer(hsm).wrap(key(parts[1]));
        Files.write(Path.of(parts[2]), file.encode().toByteArray());
      }
      case "unwrap" -> {
        WrappedKeyFile file = WrappedKeyFile.read(Path.of(parts[1]));
        StoredKey copy = new KeyTransfer(hsm).unwrap(KeyList.read(hsm), domains, file);
        new KeyProof(hsm, new JvmRandom()).prove(copy, file.publicKey().orElseThrow());
      }
      case "request" -> {
        CertificateRequest request = CertificateRequest.create(hsm, key(parts[1]), "CN=Root");
        Files.writeString(Path.of(parts[2]), request.toText());
      }
      case "certify" -> {
        Bytes content = Bytes.of(Files.readAllBytes(Path.of(parts[2])));
        new KeyCreation(hsm, device).certify(key(parts[1]), KeyCertificate.X509.fromFile(content));
      }
      case "delete" -> KeyDeletion.delete(hsm, key(parts[1]).reference());
      default -> throw new IllegalArgumentException(parts[0]);
    }
  }

  private StoredKey key(String id) throws ProblemException {
    return KeyList.read(hsm).withId(Bytes.fromHex(id)).getFirst();
  }

  private void create(String kind, String id) throws ProblemException {
    KeySpec spec = KeySpec.fromText(kind).orElseThrow();
    KeyTerms terms =
        new KeyTerms(
            AllowedAlgorithms.forUses(spec, KeyUse.of(spec)),
            Optional.of(KeyDomainIndex.FIRST),
            OptionalLong.empty());
    StoredKey made =
        new KeyCreation(hsm, device)
            .create(
                KeyList.read(hsm),
                new NewKey(spec, terms, KeyLabel.of("ours " + id), PkcsId.of(Bytes.fromHex(id))));
    if (!(spec instanceof KeySpec.Aes)) {
      new KeyProof(hsm, new JvmRandom()).prove(made, made.requirePublicKey());
    }
  }

  private void tell() throws ProblemException {
    for (StoredKey key : KeyList.read(hsm).keys()) {
      System.out.println(
          "%s | %s | %s | %s | %s | %s"
              .formatted(
                  key.reference(),
                  key.label().orElse("-"),
                  key.pkcsId().map(Bytes::toHex).orElse("-"),
                  key.spec().map(KeySpec::text).orElse("-"),
                  key.hasCertificate() ? "certificate" : "request",
                  key.backupChance(domains)));
    }
  }
}
