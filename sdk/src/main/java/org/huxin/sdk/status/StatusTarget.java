// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.status;

import java.util.Optional;
import org.huxin.core.reference.LicenceRef;

/**
 * A licence that an order is about.
 *
 * @param licence the licence
 * @param seen the version of its status that the decision was made on, 0 for none: if another came
 *     in between, the ledger refuses; empty for whatever stands when the statement is signed
 * @param strikes the version whose entry is struck out; only to annul
 */
public record StatusTarget(LicenceRef licence, Optional<Integer> seen, Optional<Integer> strikes) {
  /** A licence as it stands. */
  public static StatusTarget of(LicenceRef licence) {
    return new StatusTarget(licence, Optional.empty(), Optional.empty());
  }

  /**
   * A licence as it was seen.
   *
   * @param version the version of its status, 0 if it had none
   */
  public static StatusTarget seen(LicenceRef licence, int version) {
    return new StatusTarget(licence, Optional.of(version), Optional.empty());
  }
}
