// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.issuing;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.licence.StatusAction;
import org.huxin.crypto.digest.Digest;

/**
 * A status that a licence has from the start, such as stock that is suspended.
 *
 * @param action what happened: suspended, withdrawn or cancelled
 * @param effectiveFrom its legal date, in whole seconds; empty for when the batch is signed. Only a
 *     withdrawal may reach back
 * @param basis digest of the decision
 */
public record InitialState(StatusAction action, Optional<Instant> effectiveFrom, Digest basis) {
  /**
   * Such a status.
   *
   * @throws IllegalArgumentException if no issuer begins a licence so
   */
  public InitialState {
    boolean begins =
        switch (action) {
          case SUSPEND, WITHDRAW, CANCEL -> true;
          case RESUME, REVOKE, TRANSFER_OUT, CANCEL_TRANSFER_OUT, CLOSE, ANNUL -> false;
        };
    if (!begins) {
      throw new IllegalArgumentException("no licence begins with " + action);
    }
  }
}
