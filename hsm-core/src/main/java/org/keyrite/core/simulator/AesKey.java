// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.keyrite.core.bytes.Bytes;

/**
 * An AES key.
 *
 * @param key 16, 24 or 32 bytes
 */
public record AesKey(Hidden key) implements KeyMaterial {
  static final int BLOCK = 16;

  /**
   * A key of a possible size.
   *
   * @throws IllegalArgumentException if it has another
   */
  public AesKey {
    if (!isSize(key.size())) {
      throw new IllegalArgumentException("AES key of " + key.size() + " bytes");
    }
  }

  static boolean isSize(int bytes) {
    return bytes == 16 || bytes == 24 || bytes == 32;
  }

  /** CBC with an initial vector of zeros; whole blocks only. */
  Bytes encrypt(Bytes blocks) {
    return cbc(true, blocks);
  }

  /** The reverse of {@link #encrypt}. */
  Bytes decrypt(Bytes blocks) {
    return cbc(false, blocks);
  }

  private Bytes cbc(boolean encrypts, Bytes blocks) {
    BlockCipher cipher = CBCBlockCipher.newInstance(AESEngine.newInstance());
    cipher.init(encrypts, parameter());
    byte[] in = blocks.toByteArray();
    byte[] out = new byte[in.length];
    for (int at = 0; at < in.length; at += BLOCK) {
      cipher.processBlock(in, at, out, at);
    }
    return Bytes.of(out);
  }

  /** AES-CMAC, 16 bytes. */
  Bytes mac(Bytes message) {
    CMac mac = new CMac(AESEngine.newInstance());
    mac.init(parameter());
    mac.update(message.toByteArray(), 0, message.size());
    byte[] out = new byte[BLOCK];
    mac.doFinal(out, 0);
    return Bytes.of(out);
  }

  private CipherParameters parameter() {
    return new KeyParameter(key.bytes().toByteArray());
  }

  @Override
  public int room() {
    return key.size();
  }

  /** AES came with key domains. */
  @Override
  public boolean isKnownTo(Firmware firmware) {
    return firmware.hasKeyDomains();
  }
}
