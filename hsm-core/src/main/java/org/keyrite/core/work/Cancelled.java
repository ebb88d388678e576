// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.work;

/**
 * Long work was stopped at a checkpoint because a person asked for it. No problem and no defect;
 * whoever started the work catches it.
 */
public final class Cancelled extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Work that stopped. */
  public Cancelled() {
    super("cancelled", null, false, false);
  }
}
