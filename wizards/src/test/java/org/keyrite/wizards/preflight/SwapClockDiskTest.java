// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.problem.LaptopProblem;

class SwapClockDiskTest {
  private static final String HEADS = "Filename\tType\tSize\tUsed\tPriority\n";

  @TempDir Path root;
  private Tree tree;

  @BeforeEach
  void isEmpty() {
    tree = new Tree(root);
  }

  private Finding swap(String content) {
    tree.with("proc/swaps", content);
    return new SwapCheck(tree.at("proc/swaps"), tree.at("sys/block")).look(tree.needs(false));
  }

  @Test
  void noSwapIsFine() {
    assertEquals(new Finding.Fine(""), swap(HEADS));
  }

  @Test
  void namesPartitionsAndFiles() {
    assertEquals(
        Tree.fault(new LaptopProblem.SwapOn("/dev/dm-1,\u00a0/swap.img")),
        swap(
            HEADS
                + "/dev/dm-1    partition\t2097148\t0\t-2\n"
                + "/swap.img    file\t2097148\t0\t-3"));
  }

  @Test
  void compressedMemoryIsNoDisk() {
    assertEquals(new Finding.Fine(""), swap(HEADS + "/dev/zram0   partition\t4194300\t0\t100"));
  }

  @Test
  void compressedMemoryThatMovesToADiskIsOne() {
    String areas = HEADS + "/dev/zram0   partition\t4194300\t0\t100";
    tree.with("sys/block/zram0/backing_dev", "none");
    assertEquals(new Finding.Fine(""), swap(areas));
    tree.with("sys/block/zram0/backing_dev", "/dev/sda3");
    assertEquals(Tree.fault(new LaptopProblem.SwapOn("/dev/zram0")), swap(areas));
  }

  @Test
  void aFileThatIsNamedLikeCompressedMemoryIsOnADisk() {
    assertEquals(
        Tree.fault(new LaptopProblem.SwapOn("/dev/zram-swap")),
        swap(HEADS + "/dev/zram-swap   file\t4194300\t0\t100"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "something else", "/dev/sda2 partition 1 0 -2"})
  void aFileOfAnotherKindIsAFault(String content) {
    assertEquals(
        Tree.fault(new LaptopProblem.NotToBeSeen(tree.at("proc/swaps").toString())), swap(content));
  }

  @Test
  void aSystemThatTellsNothingIsAFault() {
    Path nowhere = tree.at("nowhere");
    assertEquals(
        Tree.fault(new LaptopProblem.NotToBeSeen(nowhere.toString())),
        new SwapCheck(nowhere, tree.at("sys/block")).look(tree.needs(false)));
  }

  @Test
  void aTimeAfterTheProgramWasMadeCanBeRight() {
    assertEquals(
        "fine 2030-01-02\u00a003:04\u00a0UTC",
        new ClockCheck(Tree.NOW).look(tree.needs(false)).text());
  }

  @Test
  void aTimeBeforeTheProgramWasMadeCannotBeRight() {
    assertEquals(
        Tree.fault(new LaptopProblem.ClockBehind("2030-01-02\u00a003:04\u00a0UTC")),
        new ClockCheck(Tree.NOW.plusMillis(1)).look(tree.needs(false)));
  }

  @ParameterizedTest
  @CsvSource({
    "200000000, fine 200",
    "199999999, problem.DiskNearlyFull 199",
    "0, problem.DiskNearlyFull 0"
  })
  void aRecordNeedsRoom(long bytes, String found) {
    assertEquals(found, new DiskCheck(file -> bytes).look(tree.needs(false)).text());
  }

  @Test
  void roomThatNobodyCanTellIsAFault() {
    Finding found =
        new DiskCheck(
                file -> {
                  throw new IOException("gone");
                })
            .look(tree.needs(false));
    assertEquals(Tree.fault(new LaptopProblem.NotToBeSeen(root.toString())), found);
  }

  @ParameterizedTest
  @CsvSource({"true, fine office", "false, problem.PrinterNotReady office"})
  void aQueueThatSheetsGoToMustTakeThem(boolean ready, String found) {
    Needs needs = new Needs(Tree.NOW, root, Optional.of(new Needs.Queue("office", ready)), false);
    assertEquals(found, new PrinterCheck().look(needs).text());
  }

  @Test
  void aFolderNeedsNoPrinter() {
    assertEquals(new Finding.NotNeeded(), new PrinterCheck().look(tree.needs(true)));
  }
}
