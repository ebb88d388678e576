// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.bench;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;

/** {@code EVP_BytesToKey} of the libcrypto on this machine: what sc-hsm-tool spends its time in. */
@SuppressWarnings("restricted")
final class StockDerivation {
  private static final List<String> NAMES =
      List.of("libcrypto.so.3", "libcrypto.so.1.1", "libcrypto.3.dylib", "libcrypto-3-x64.dll");

  private static final AddressLayout PTR = ValueLayout.ADDRESS;
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;

  private final MethodHandle bytesToKey;
  private final MemorySegment cipher;
  private final MemorySegment digest;
  private final String version;

  private StockDerivation(SymbolLookup library) throws Throwable {
    Linker linker = Linker.nativeLinker();
    bytesToKey =
        linker.downcallHandle(
            library.findOrThrow("EVP_BytesToKey"),
            FunctionDescriptor.of(INT, PTR, PTR, PTR, PTR, INT, INT, PTR, PTR));
    cipher = getter(linker, library, "EVP_aes_256_cbc");
    digest = getter(linker, library, "EVP_md5");
    MethodHandle text =
        linker.downcallHandle(
            library.findOrThrow("OpenSSL_version"), FunctionDescriptor.of(PTR, INT));
    version = ((MemorySegment) text.invokeExact(0)).reinterpret(100).getString(0);
  }

  private static MemorySegment getter(Linker linker, SymbolLookup library, String name)
      throws Throwable {
    MethodHandle handle =
        linker.downcallHandle(library.findOrThrow(name), FunctionDescriptor.of(PTR));
    return (MemorySegment) handle.invokeExact();
  }

  /** The library, where there is one. */
  static Optional<StockDerivation> onThisMachine() throws Throwable {
    for (String name : NAMES) {
      SymbolLookup library;
      try {
        library = SymbolLookup.libraryLookup(name, Arena.global());
      } catch (IllegalArgumentException notThere) {
        continue;
      }
      return Optional.of(new StockDerivation(library));
    }
    return Optional.empty();
  }

  String version() {
    return version;
  }

  /** Key and vector, 48 bytes. */
  byte[] derive(byte[] password, byte[] salt, int iterations) throws Throwable {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment key = arena.allocate(48);
      int size =
          (int)
              bytesToKey.invokeExact(
                  cipher,
                  digest,
                  arena.allocateFrom(ValueLayout.JAVA_BYTE, salt),
                  arena.allocateFrom(ValueLayout.JAVA_BYTE, password),
                  password.length,
                  iterations,
                  key,
                  key.asSlice(32));
      if (size != 32) {
        throw new IllegalStateException("EVP_BytesToKey returned " + size);
      }
      return key.toArray(ValueLayout.JAVA_BYTE);
    }
  }
}
