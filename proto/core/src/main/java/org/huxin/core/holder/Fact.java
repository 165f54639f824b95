// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.holder;

import java.time.Instant;
import org.huxin.core.id.LedgerId;

/** What a signed fact says besides its own members. */
public interface Fact {

  /** For which ledger it is meant. */
  LedgerId ledger();

  /** When its signer signed. */
  Instant iat();
}
