// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.problem.LaptopProblem;

class RadioAndDisplayTest {
  @TempDir Path root;
  private Tree tree;

  @BeforeEach
  void hasClasses() {
    tree = new Tree(root);
    tree.folder("class");
  }

  private void radio(String name, String type, String soft, String hard) {
    tree.with("class/rfkill/" + name + "/type", type)
        .with("class/rfkill/" + name + "/name", name)
        .with("class/rfkill/" + name + "/soft", soft)
        .with("class/rfkill/" + name + "/hard", hard);
  }

  private void output(String name, String status) {
    tree.with("class/drm/" + name + "/status", status);
  }

  private Finding radios() {
    return new RadioCheck(tree.at("class/rfkill")).look(tree.needs(false));
  }

  private Finding displays() {
    return new DisplayCheck(tree.at("class/drm")).look(tree.needs(false));
  }

  @Test
  void aLaptopWithoutRadiosIsFine() {
    assertEquals(new Finding.Fine(""), radios());
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "0, 1", "1, 1"})
  void aRadioThatIsBlockedIsFine(String soft, String hard) {
    radio("phy0", "wlan", soft, hard);
    assertEquals(new Finding.Fine(""), radios());
  }

  @Test
  void namesEveryRadioThatMaySend() {
    radio("phy0", "wlan", "0", "0");
    radio("hci0", "bluetooth", "0", "0");
    radio("nfc0", "nfc", "1", "0");
    assertEquals(
        Tree.fault(new LaptopProblem.RadioOn("bluetooth\u00a0hci0,\u00a0wlan\u00a0phy0")),
        radios());
  }

  @Test
  void anAdapterWithoutASwitchMaySend() {
    tree.folder("class/ieee80211/phy0");
    tree.folder("class/bluetooth/hci0");
    tree.folder("class/bluetooth/hci0:256");
    assertEquals(Tree.fault(new LaptopProblem.RadioOn("hci0,\u00a0phy0")), radios());
  }

  @Test
  void anAdapterIsOffByItsSwitch() {
    tree.folder("class/ieee80211/phy0/rfkill3");
    radio("rfkill3", "wlan", "1", "0");
    assertEquals(new Finding.Fine(""), radios());
    radio("rfkill3", "wlan", "0", "0");
    assertEquals(Tree.fault(new LaptopProblem.RadioOn("wlan\u00a0rfkill3")), radios());
  }

  @Test
  void whatOnlyReceivesIsFine() {
    radio("gps0", "gps", "0", "0");
    assertEquals(new Finding.Fine(""), radios());
  }

  @Test
  void aRadioThatTellsNothingIsAFault() {
    tree.folder("class/rfkill/rfkill7");
    assertEquals(Tree.fault(new LaptopProblem.RadioOn("")), radios());
  }

  @Test
  void aSystemThatTellsNothingIsAFault() {
    Path nowhere = tree.at("nowhere/at/all");
    assertEquals(
        Tree.fault(new LaptopProblem.NotToBeSeen(nowhere.toString())),
        new RadioCheck(nowhere).look(tree.needs(false)));
    assertEquals(
        Tree.fault(new LaptopProblem.NotToBeSeen(nowhere.toString())),
        new DisplayCheck(nowhere).look(tree.needs(false)));
  }

  @Test
  void aComputerWithoutOutputsIsFine() {
    assertEquals(new Finding.Fine(""), displays());
  }

  @ParameterizedTest
  @ValueSource(strings = {"disconnected", "unknown", ""})
  void oneDisplayIsFine(String other) {
    tree.folder("class/drm/card0");
    output("card0-eDP-1", "connected");
    output("card0-HDMI-A-1", other);
    assertEquals(new Finding.Fine(""), displays());
  }

  /** A closed lid beside a monitor, or the other one of two graphics cards. */
  @ParameterizedTest
  @ValueSource(strings = {"eDP-1", "LVDS-1", "DSI-1"})
  void aPanelWithoutAPictureIsNoDisplay(String panel) {
    output("card0-DP-1", "connected");
    output("card0-" + panel, "connected");
    tree.with("class/drm/card0-" + panel + "/enabled", "disabled");
    assertEquals(new Finding.Fine(""), displays());
    tree.with("class/drm/card0-" + panel + "/enabled", "enabled");
    assertEquals(Tree.fault(new LaptopProblem.SecondDisplay("DP-1,\u00a0" + panel)), displays());
  }

  /** It may be given a picture in any moment. */
  @Test
  void aMonitorWithoutAPictureIsADisplay() {
    output("card0-eDP-1", "connected");
    output("card0-HDMI-A-1", "connected");
    tree.with("class/drm/card0-HDMI-A-1/enabled", "disabled");
    assertEquals(Tree.fault(new LaptopProblem.SecondDisplay("HDMI-A-1,\u00a0eDP-1")), displays());
  }

  @Test
  void namesTheOutputsOfSeveralDisplays() {
    output("card0-eDP-1", "connected");
    output("card1-DP-2", "connected");
    assertEquals(Tree.fault(new LaptopProblem.SecondDisplay("eDP-1,\u00a0DP-2")), displays());
  }
}
