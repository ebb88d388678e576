// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;

class KeySpecTest {

  @Test
  void everyOfferedKindIsFoundByItsName() {
    for (KeySpec spec : KeySpec.offered()) {
      assertEquals(Optional.of(spec), KeySpec.fromText(spec.text()));
    }
    assertEquals(3 + 12 + 3, KeySpec.offered().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "RSA", "RSA-1024", "RSA-2047", "AES-512", "P-256", "brainpoolP256t1"})
  void otherNamesAreNone(String name) {
    assertEquals(Optional.empty(), KeySpec.fromText(name));
  }

  @Test
  void refusesSizesThatDoNotExist() {
    assertThrows(IllegalArgumentException.class, () -> new KeySpec.Aes(512));
    assertThrows(IllegalArgumentException.class, () -> new KeySpec.Rsa(511));
    assertThrows(IllegalArgumentException.class, () -> new KeySpec.Rsa(4097));
    assertThrows(IllegalArgumentException.class, () -> new KeyId(0));
    assertThrows(IllegalArgumentException.class, () -> new KeyId(256));
  }

  @ParameterizedTest
  @CsvSource({
    "RSA-2048, 'SIGN,DECRYPT,BACK_UP', 20303334354043444521" + "92",
    "RSA-4096, DECRYPT, 21",
    "secp256r1, 'SIGN,BACK_UP', 7073747592",
    "brainpoolP384r1, DERIVE, 80",
    "AES-256, 'ENCRYPT,DECRYPT,AUTHENTICATE,DERIVE,BACK_UP', 1110189992",
  })
  void usesBecomeAListOfAlgorithms(String name, String uses, String ids) {
    KeySpec spec = KeySpec.fromText(name).orElseThrow();
    Set<KeyUse> chosen = EnumSet.noneOf(KeyUse.class);
    for (String use : uses.split(",")) {
      chosen.add(KeyUse.valueOf(use));
    }
    AllowedAlgorithms algorithms = AllowedAlgorithms.forUses(spec, chosen);
    assertEquals(ids, algorithms.ids().toHex());
    for (KeyUse use : KeyUse.of(spec)) {
      assertEquals(chosen.contains(use), algorithms.allows(use, spec), use.name());
    }
  }

  @Test
  void everyChoiceFitsADevice() {
    for (KeySpec spec : KeySpec.offered()) {
      int size = AllowedAlgorithms.forUses(spec, KeyUse.of(spec)).ids().size();
      assertTrue(size <= AllowedAlgorithms.MOST, spec.text());
    }
  }

  @Test
  void refusesUsesThatAKindDoesNotHave() {
    KeySpec ec = new KeySpec.Ec(Curve.SECP256R1);
    assertThrows(
        IllegalArgumentException.class,
        () -> AllowedAlgorithms.forUses(ec, Set.of(KeyUse.DECRYPT)));
    assertThrows(IllegalArgumentException.class, () -> AllowedAlgorithms.forUses(ec, Set.of()));
  }

  @Test
  void noListAllowsEverythingAndAListOnlyWhatIsInIt() {
    assertTrue(AllowedAlgorithms.ALL.isUnrestricted());
    assertTrue(AllowedAlgorithms.ALL.allows(Algorithm.WRAP));
    assertFalse(AllowedAlgorithms.USUAL_OF_AES.allows(Algorithm.WRAP));
    assertTrue(AllowedAlgorithms.USUAL_OF_AES.allows(Algorithm.AES_CMAC));
    assertThrows(
        IllegalArgumentException.class, () -> new AllowedAlgorithms(Bytes.of(new byte[17])));
  }
}
