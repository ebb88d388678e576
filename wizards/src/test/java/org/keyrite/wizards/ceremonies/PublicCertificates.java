// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import org.keyrite.core.bytes.Bytes;

/** Certificates that anybody can copy from the Internet, and what becomes of them. */
final class PublicCertificates {
  /** What file 2F02 of a Nitrokey HSM 2 holds, whose makers published it for tests. */
  static final Bytes GENUINE =
      Bytes.fromHex(
          "7f2181e47f4e819d5f290100420d444544494e4b303430303030317f494f060a04007f000702020202038641"
              + "04854a608e6f7b27d4b990c0eea68f6c1d738e0e38cc9c6d1ceede55c0583f0b7b37363551a876b8ec2b0db8"
              + "8545adfe418abecd555c128be81a5c6a0361fca1df5f201044454e4b3034303431343430303030307f4c1006"
              + "0b2b0601040181c31f0301015301005f25060206000502085f24060301000502075f3740a4d5d47d41451fcf"
              + "ac7c8766eeba2871caa8086c6e789af752a7968cf3310852962f428eee0f209fbb6eb928e6deff8aa3cc97f4"
              + "b8edc000131683aaf291968f7f2181e47f4e819d5f290100420e44455352434143433130303030317f494f06"
              + "0a04007f0007020202020386410441bef11216285de54d35bae22fc4953e99edd7d0294b45cf578aa8545e5f"
              + "5bbb8f8af9150e936f7f77777b1eecc58f2d823fe520ebc430964889a4463a7eb2425f200d444544494e4b30"
              + "3430303030317f4c10060b2b0601040181c31f0301015301805f25060204010003005f240603020100020965"
              + "005f3740039567aa4930c8327d651e45b133b71e90f2c134eb385162b96913c0ab3ac265110860cdad312f97"
              + "0c2a652da8b31be8a8faea5b87cd146d517937d8b8771122");

  private PublicCertificates() {}

  /** The same, of which the signature under the first certificate was changed. */
  static Bytes forged() {
    byte[] forged = GENUINE.toByteArray();
    forged[2 + lengthBytes() + contentLength() - 1] ^= 1;
    return Bytes.of(forged);
  }

  private static int lengthBytes() {
    return 1 + Math.max(0, Byte.toUnsignedInt(GENUINE.toByteArray()[2]) - 0x80);
  }

  private static int contentLength() {
    byte[] all = GENUINE.toByteArray();
    int length = 0;
    for (int i = 3; i < 2 + lengthBytes(); i++) {
      length = length << 8 | Byte.toUnsignedInt(all[i]);
    }
    return lengthBytes() == 1 ? all[2] : length;
  }
}
