// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.List;
import java.util.Set;
import org.keyrite.core.hsm.DeviceRandom;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.random.CombinedRandom;
import org.keyrite.core.random.RandomSource;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.device.DevicePoint;

/**
 * A device as a source of randomness beside this laptop's own, combined so that either suffices
 * ({@link CombinedRandom}). An optional line of a plan: a plan without it has no word of it, as
 * before there was this line.
 *
 * <p>The device is asked anew for each secret, while it stays in its reader. If it is pulled in the
 * middle, the step is refused and nothing was drawn.
 */
final class RandomDevice {
  private static final Fact<Boolean> PLANNED = Fact.yesNo("randomDevice");
  private static final Fact<String> ORIGIN = OneDevice.fact(DevicePoint.ORIGIN);

  private static final List<DevicePoint> NAMED =
      List.of(
          DevicePoint.SERIAL, DevicePoint.ORIGIN, DevicePoint.FINGERPRINT, DevicePoint.FIRMWARE);

  private RandomDevice() {}

  static Field field() {
    return PlanFields.yesNo(PLANNED, false);
  }

  /** Decisions as a plan keeps them. */
  static Facts kept(Facts decided) {
    return decided.get(PLANNED) ? decided : decided.without(Set.of(PLANNED.name()));
  }

  /** What has to be done before the first secret is drawn: nothing, or a section. */
  static List<Section> before(Facts plan) {
    return isPlanned(plan)
        ? List.of(
            Section.of(
                "randomDevice.device",
                OneDevice.await(StepId.of("randomDevice.await")),
                OneDevice.look(StepId.of("randomDevice.look"), NAMED),
                OneDevice.guarded(StepId.of("randomDevice.named"), NAMED)))
        : List.of();
  }

  private static boolean isPlanned(Facts plan) {
    return plan.find(PLANNED).orElse(false);
  }

  /** What a step needs that draws secrets or names where they come from. */
  static Set<Slot> needs(Facts plan) {
    return isPlanned(plan) ? Set.of(OneDevice.SERIAL, ORIGIN) : Set.of();
  }

  /** Where secrets come from, in codes: {@code jvm, GENUINE DENK0404144}. */
  static String sources(Desk desk) {
    String own = desk.place().random().name();
    return isPlanned(desk.ceremony().plan())
        ? own + ", " + desk.get(ORIGIN) + " " + desk.get(OneDevice.SERIAL)
        : own;
  }

  /** Draws something from all sources. */
  static <R> R draw(Desk desk, Drawing<R> drawing) throws ProblemException {
    RandomSource own = desk.place().random();
    if (!isPlanned(desk.ceremony().plan())) {
      return drawing.from(own);
    }
    return desk.use(
        OneDevice.SERIAL,
        (hsm, device) ->
            drawing.from(new CombinedRandom(List.of(own, new DeviceRandom(hsm, device.serial())))));
  }

  /**
   * What is drawn. Whatever was drawn before a source failed is wiped by the drawing.
   *
   * @param <R> what comes of it
   */
  @FunctionalInterface
  interface Drawing<R> {
    R from(RandomSource random) throws ProblemException;
  }
}
