// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FileCommandsTest {
  private static final String CREATE = "00D7C4010654020000" + "5300";

  private final Talk user = Talk.loggedIn("");

  private static String write(String file, String offset, String data) {
    String content = "5402" + offset + "53%02X".formatted(data.length() / 2) + data;
    return Talk.command("00D7" + file, content);
  }

  private static String read(String file, String offset, String le) {
    return "00B1" + file + "045402" + offset + le;
  }

  @Test
  void writesToTheFileThatItHasJustCreated() {
    user.expect("6A82", "00A4000002C40100");
    user.expect("9000", CREATE);
    user.expect("9000", write("0000", "0000", "A0A1A2"));
    user.expect("A0A1A29000", read("C401", "0000", "00"));
  }

  @Test
  void readsTheFileThatWasReadBefore() {
    user.send(write("C401", "0000", "AABB"));
    user.send(write("C402", "0000", "CCDD"));
    user.expect("AABB9000", read("C401", "0000", "00"));
    user.expect("BB9000", read("0000", "0001", "00"));
  }

  @Test
  void hasNoCurrentFileAtFirst() {
    user.expect("6986", read("0000", "0000", "00"));
    user.expect("6986", write("0000", "0000", "AA"));
  }

  @Test
  void deletedFileIsNoLongerTheCurrentOne() {
    user.send(write("C401", "0000", "AABB"));
    user.expect("9000", "00E4020002C401");
    user.expect("6986", read("0000", "0000", "00"));
    user.expect("6A82", read("C401", "0000", "00"));
    user.expect("6A82", "00E4020002C401");
  }

  @Test
  void deletingAnotherFileLeavesTheCurrentOne() {
    user.send(write("C402", "0000", "CCDD"));
    user.send(write("C401", "0000", "AABB"));
    user.expect("9000", "00E4028002C402");
    user.expect("AABB9000", read("0000", "0000", "00"));
  }

  @Test
  void failedWriteDoesNotChangeTheCurrentFile() {
    user.send(write("C401", "0000", "AABB"));
    user.expect("6985", write("2F02", "0000", "CC"));
    user.expect("AABB9000", read("0000", "0000", "00"));
  }

  @Test
  void endOfFileIsNoReasonToRefuse() {
    user.send(write("C401", "0000", "AABB"));
    user.expect("AABB9000", read("C401", "0000", "FF"));
    user.expect("9000", read("C401", "0002", "FD"));
    user.expect("6282", read("C401", "0003", "00"));
  }

  @Test
  void writesInPieces() {
    user.expect("9000", write("CE01", "0000", "0102"));
    user.expect("9000", write("CE01", "0002", "0304"));
    user.expect("9000", write("CE01", "0001", "FF"));
    user.expect("01FF03049000", read("CE01", "0000", "00"));
    user.expect("6B00", write("CE01", "0005", "05"));
  }

  @Test
  void doesNotCutLongerOldFile() {
    user.send(write("C401", "0000", "AABBCC"));
    user.send(write("C401", "0000", "11"));
    user.expect("11BBCC9000", read("C401", "0000", "00"));
  }

  @Test
  void takesLongContent() {
    String content = "5A".repeat(1000);
    String data = "54020000" + "538203E8" + content;
    user.expect("9000", "00D7CE0100%04X".formatted(data.length() / 2) + data);
    user.expect(content + "9000", "00B1CE01000004540200000000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"C401", "CE00", "CA00", "C800", "C900", "CD00", "CF00", "CB00", "2F03"})
  void writesAndDeletesOnlyForTheUser(String file) {
    Talk stranger = Talk.initialised("");
    stranger.expect("6982", write(file, "0000", "AA"));
    stranger.expect("6982", "00E4020002" + file);
    stranger.expect("9000", Talk.LOGIN);
    stranger.expect("9000", write(file, "0000", "AA"));
    stranger.send(Talk.SELECT);
    stranger.expect("6982", write(file, "0000", "BB"));
    stranger.expect("6982", "00E4020002" + file);
    stranger.expect(file.startsWith("CD") ? "6982" : "AA9000", read(file, "0000", "00"));
  }

  @Test
  void readsProtectedDataOnlyForTheUser() {
    user.send(write("CD00", "0000", "AA"));
    user.expect("AA9000", read("CD00", "0000", "00"));
    user.send(Talk.SELECT);
    user.expect("6982", read("CD00", "0000", "00"));
    user.send("00A4000002CD0000");
    user.expect("6982", read("0000", "0000", "00"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2F02", "CC00", "CC01", "3F00", "2F00", "0001", "C301", "FFFF"})
  void neverWritesWhatIsNotForWriting(String file) {
    user.expect("6985", write(file, "0000", "AA"));
  }

  @Test
  void nobodyReadsOrDeletesTheDeviceKey() {
    user.expect("6985", read("CC00", "0000", "00"));
    user.expect("6985", "00E4020002CC00");
    user.expect("6985", "00E40200022F02");
    user.send("00A4000002CC0000");
    user.expect("6985", read("0000", "0000", "00"));
  }

  @ParameterizedTest
  @CsvSource({
    "00B12F02, 6A80",
    "00B12F0200, 6A80",
    "00B12F020454020000" + "5300, 6700",
    "00B12F020654020000" + "5300, 6A80",
    "00B12F02035401" + "0000, 6A80",
    "00B12F020455020000" + "00, 6A80",
    "00B12F02055403000000" + "00, 6A80",
    "00B0000000, 6D00",
    "00D6C4010154, 6D00",
    "00D7C401, 6A80",
    "00D7C40104" + "54020000, 6A80",
    "00D7C40106" + "540200005301, 6A80",
    "00D7C40108" + "54020000530100FF, 6A80",
    "00D7C40108" + "5402000053810100, 6A80",
    "00D7C40106" + "530054020000, 6A80",
    "00E4000002C401, 6A86",
    "00E4020102C401, 6A86",
    "00E40200" + "01C4, 6700",
    "00E40200, 6700",
    "00E4020003C40100, 6700",
    "00E4020002C401, 6A82",
    "8058010000, 6A86",
    "8058000100, 6A86",
    "80580000010000, 6700"
  })
  void refusesNonsense(String command, String answer) {
    user.expect(answer, command);
    user.expect("CC009000", "8058000000");
  }

  @Test
  void listsObjectsAndTheDeviceKeyButNotTheRest() {
    for (String file :
        new String[] {"CF01", "C401", "CE01", "CA00", "C800", "C900", "CD00", "CB00", "2F03"}) {
      user.expect("9000", write(file, "0000", "AA"));
    }
    user.send(Talk.SELECT);
    user.expect("CC00C401C800C900CA00CD00CE01CF019000", "80580000000000");
  }

  @Test
  void givesTheRestOfLongListOnRequest() {
    for (int id = 0; id < 140; id++) {
      user.expect("9000", write("CF%02X".formatted(id), "0000", "AA"));
    }
    String whole = user.send("80580000000000");
    String first = user.send("8058000000");
    assertTrue(first.endsWith("611A"), first);
    assertEquals(whole, first.substring(0, 512) + user.send("00C0000000"));
    user.expect("6985", "00C0000000");
  }

  @Test
  void isFullOneDay() {
    String data = "54020000" + "53820FA0" + "5A".repeat(4000);
    String length = "00%04X".formatted(data.length() / 2);
    int id = 0;
    while (user.send("00D7CF%02X".formatted(id) + length + data).equals("9000")) {
      id++;
    }
    user.expect("6A84", "00D7CF%02X".formatted(id) + length + data);
    assertEquals(24, id);
    user.expect("9000", "00E4020002CF00");
    user.expect("9000", "00D7CF%02X".formatted(id) + length + data);
  }
}
