// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.print;

import java.util.List;

/**
 * A job in a queue.
 *
 * @param id its name, such as {@code office-7}
 * @param status what its printer says of it, in the words of the system; may be empty
 * @param alerts the reasons for its state, keywords of RFC 8011, section 5.3.8, as CUPS gives them
 */
record Job(String id, String status, List<String> alerts) {
  /** The queue will not try again. */
  static final String GIVEN_UP = "aborted-by-system";

  Job {
    alerts = List.copyOf(alerts);
  }

  boolean isHeld() {
    return alerts.stream()
        .anyMatch(alert -> alert.startsWith("job-hold") || alert.startsWith("job-held"));
  }

  boolean isCancelled() {
    return alerts.stream().anyMatch(alert -> alert.startsWith("job-canceled"));
  }

  boolean isGivenUp() {
    return alerts.stream().anyMatch(alert -> alert.equals(GIVEN_UP));
  }
}
