// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.LaptopProblem;

class ReadersTest {
  /** The device, its configuration and its interface, before what tells of the reader. */
  private static final String BEFORE =
      "12010002000000089F0D110101000102030109025D00010100A032" + "0904000003" + "0B000000";

  @TempDir Path root;
  private Tree tree;

  @BeforeEach
  void isEmpty() {
    tree = new Tree(root);
  }

  private static byte[] reader(String featuresLowestFirst) {
    String descriptor =
        "3621" + "00".repeat(38) + featuresLowestFirst + "0F010000" + "00".repeat(6);
    return Bytes.fromHex(BEFORE + descriptor).toByteArray();
  }

  private Finding readers(boolean devices) {
    return new ReadersCheck(tree.at("bus/usb/devices")).look(tree.needs(devices));
  }

  @ParameterizedTest
  @ValueSource(strings = {"BA040100", "30000400", "00000000"})
  void aReaderOfTpdusOrLongApdusIsFine(String features) {
    tree.with("bus/usb/devices/1-1/descriptors", reader(features));
    assertEquals(new Finding.Fine(""), readers(true));
  }

  @Test
  void namesAReaderOfShortApdus() {
    tree.with("bus/usb/devices/1-1/descriptors", reader("30000400"))
        .with("bus/usb/devices/1-2/descriptors", reader("BA040200"))
        .with("bus/usb/devices/1-2/product", "Small Reader");
    assertEquals(Tree.fault(new LaptopProblem.ReadersTooSmall("Small\u00a0Reader")), readers(true));
  }

  @Test
  void aDeviceOfTwoReadersIsAsSmallAsTheSmaller() {
    Bytes second = Bytes.of(reader("BA040200"));
    int before = BEFORE.length() / 2;
    Bytes both = Bytes.of(reader("30000400")).plus(second.slice(before, second.size()));
    tree.with("bus/usb/devices/1-1/descriptors", both.toByteArray());
    assertEquals(Tree.fault(new LaptopProblem.ReadersTooSmall("1-1")), readers(true));
  }

  @Test
  void aReaderWithoutANameIsNamedByItsPort() {
    tree.with("bus/usb/devices/3-7/descriptors", reader("BA040200"));
    assertEquals(Tree.fault(new LaptopProblem.ReadersTooSmall("3-7")), readers(true));
  }

  @Test
  void nothingIsSaidWhereNoReaderIs() {
    tree.with("bus/usb/devices/1-1/descriptors", Bytes.fromHex(BEFORE).toByteArray());
    tree.folder("bus/usb/devices/1-1:1.0");
    assertEquals(new Finding.Noted(""), readers(true));
  }

  @Test
  void aComputerWithoutUsbHasNoReaderOnIt() {
    tree.folder("bus");
    assertEquals(new Finding.Noted(""), readers(true));
  }

  @Test
  void aSystemThatTellsNothingIsAFault() {
    assertEquals(
        Tree.fault(new LaptopProblem.NotToBeSeen(tree.at("bus/usb/devices").toString())),
        readers(true));
  }

  /** Whatever a device sends for its descriptors, looking at them comes to an end. */
  @Test
  void descriptorsThatAreCutOffDoNoHarm() {
    byte[] whole = reader("BA040200");
    for (int length = 0; length < whole.length; length++) {
      tree.with("bus/usb/devices/1-1/descriptors", Arrays.copyOf(whole, length));
      assertEquals(new Finding.Noted(""), readers(true), "of " + length + " bytes");
    }
    tree.with("bus/usb/devices/1-1/descriptors", new byte[64]);
    assertEquals(new Finding.Noted(""), readers(true));
  }

  @Test
  void pretendDevicesNeedNeitherReadersNorTheirService() {
    assertEquals(new Finding.NotNeeded(), readers(false));
    assertEquals(
        new Finding.NotNeeded(),
        new ReaderServiceCheck(tree.at("nowhere")).look(tree.needs(false)));
  }

  @Test
  void aServiceThatTakesConnectionsIsFine() throws Exception {
    // The name of a socket is short.
    Path socket = Files.createTempDirectory("s").resolve("s");
    try (ServerSocketChannel service = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      service.bind(UnixDomainSocketAddress.of(socket));
      assertEquals(new Finding.Fine(""), new ReaderServiceCheck(socket).look(tree.needs(true)));
    }
    assertEquals(
        Tree.fault(new LaptopProblem.ReaderServiceSilent(socket.toString())),
        new ReaderServiceCheck(socket).look(tree.needs(true)),
        "and is not when it has ended");
    Files.delete(socket);
    Files.delete(socket.getParent());
  }

  @Test
  void aServiceThatIsNotThereIsAFault() {
    Path nowhere = tree.at("n".repeat(200));
    for (Path socket : new Path[] {tree.at("nowhere"), nowhere}) {
      assertEquals(
          Tree.fault(new LaptopProblem.ReaderServiceSilent(socket.toString())),
          new ReaderServiceCheck(socket).look(tree.needs(true)));
    }
  }
}
