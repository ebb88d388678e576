// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.List;
import java.util.Optional;
import org.keyrite.core.problem.DeviceProblem.AnotherDevice;
import org.keyrite.core.problem.DeviceProblem.DeviceSubstituted;
import org.keyrite.core.problem.DeviceProblem.DeviceTwice;
import org.keyrite.core.problem.Problem;
import org.keyrite.wizards.device.DeviceIdentity;
import org.keyrite.wizards.device.InReader;

/**
 * Whether a device can take the part that is awaited ({@code DEVICE-MATCH}).
 *
 * @param state where the ceremony stands
 * @param await the step
 */
public record Presented(CeremonyState state, AwaitDevice await) {
  /** What is wrong with this device, if anything. */
  public Optional<Problem> refuses(DeviceIdentity device) {
    return refuses(device.serial())
        .or(() ->
            identity()
                .filter(known -> !known.isSameAs(device))
                .map(known -> new DeviceSubstituted(device.serial())));
  }

  /** What is wrong with a device of this name, before anybody sees its certificate. */
  public Optional<Problem> refuses(String serial) {
    Optional<String> known = meant();
    if (known.isPresent()) {
      return known.get().equals(serial)
          ? Optional.empty()
          : Optional.of(new AnotherDevice(known.get(), serial));
    }
    boolean taken =
        state.agenda().rows().stream()
            .map(Agenda.Row::step)
            .filter(AwaitDevice.class::isInstance)
            .map(AwaitDevice.class::cast)
            .flatMap(other -> state.facts().find(other.serial()).stream())
            .anyMatch(serial::equals);
    return taken ? Optional.of(new DeviceTwice(serial)) : Optional.empty();
  }

  /** Which device is meant, once it was there. */
  private Optional<DeviceIdentity> identity() {
    return meant()
        .map(serial ->
            new DeviceIdentity(
                serial, state.facts().get(await.fingerprint()), state.facts().get(await.proven())));
  }

  /** The devices among these that can take the part. */
  public List<InReader.Device> fitting(List<InReader> found) {
    return found.stream()
        .flatMap(in -> in.device().stream())
        .filter(device -> refuses(device.identity()).isEmpty())
        .toList();
  }

  /** The serial that is meant, once it is known. */
  public Optional<String> meant() {
    return state.facts().find(await.serial());
  }
}
