// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import java.util.Set;
import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.pin.SoPin;
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.problem.DeviceProblem.SettingsRefused;
import org.keyrite.core.problem.PinProblem.SoPinRefused;
import org.keyrite.core.problem.ProblemException;

/**
 * Erases a device and sets it up anew: {@code 80 50 00 00} with these elements in this order
 * (section 3 [2+]). Its key and certificates survive. The SO-PIN is set the first time and must be
 * the same ever after; each wrong one costs one of 15 tries that nothing brings back.
 *
 * <pre>
 * 80  2      option word
 * 81  6..16  user PIN
 * 82  8      SO-PIN
 * 91  1      tries of the user PIN: at most 3 for 6 bytes, 5 for 7, else 10
 * 92  1      shares of the DKEK, 0 for a random one      either this
 * 97  1      key domains to make room for                or this, or neither
 * </pre>
 *
 * <p>Firmwares refuse a wrong SO-PIN differently [1]: 6982, 6985 and 6986 say only that, and become
 * {@link SoPinRefused}; how many tries are left must be asked for.
 *
 * @param options what the device shall do
 * @param userPin its user PIN, lent
 * @param soPin its SO-PIN, lent
 * @param tries how often the user PIN may be wrong, 1 to {@link UserPin#mostTries}
 * @param keyDomains what its keys can be wrapped under
 */
public record InitializeDevice(
    Set<DeviceOption> options, UserPin userPin, SoPin soPin, int tries, KeyDomainSetup keyDomains)
    implements Command<Done> {
  private static final String NAME = "INITIALIZE";

  private static final int OPTIONS = 0x80;
  private static final int USER_PIN = 0x81;
  private static final int SO_PIN = 0x82;
  private static final int TRIES = 0x91;
  private static final int DKEK_SHARES = 0x92;
  private static final int KEY_DOMAINS = 0x97;

  /**
   * Settings that a device can take.
   *
   * @throws IllegalArgumentException if the tries do not go with the user PIN
   */
  public InitializeDevice {
    options = Set.copyOf(options);
    if (tries < 1 || tries > userPin.mostTries()) {
      throw new IllegalArgumentException(tries + " tries");
    }
  }

  @Override
  public CommandApdu encode() {
    int word = DeviceOption.word(options);
    CommandApdu.Builder apdu =
        CommandApdu.of(0x80, 0x50, 0x00, 0x00)
            .put(OPTIONS, 2, word >> 8, word)
            .put(USER_PIN, userPin.content().size())
            .put(userPin.content())
            .put(SO_PIN, SoPin.SIZE)
            .put(soPin.content())
            .put(TRIES, 1, tries);
    return switch (keyDomains) {
      case KeyDomainSetup.None() -> apdu.build();
      case KeyDomainSetup.RandomDkek() -> apdu.put(DKEK_SHARES, 1, 0).build();
      case KeyDomainSetup.DkekShares(int shares) -> apdu.put(DKEK_SHARES, 1, shares).build();
      case KeyDomainSetup.KeyDomains(int count) -> apdu.put(KEY_DOMAINS, 1, count).build();
    };
  }

  @Override
  public Done decode(ResponseApdu answer) throws ProblemException {
    return switch (answer.status().value()) {
      case Refusal.OK -> Refusal.nothingElse(NAME, answer);
      case Refusal.CONDITIONS, Refusal.NOT_ALLOWED -> throw new SoPinRefused().asException();
      case Refusal.WRONG_LENGTH, Refusal.WRONG_DATA ->
          throw new SettingsRefused(answer.status().toString()).asException();
      default -> throw Refusal.ofSoPin(NAME, answer.status());
    };
  }
}
