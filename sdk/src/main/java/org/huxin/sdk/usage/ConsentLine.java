// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.usage;

import java.util.List;
import org.huxin.core.authorization.Authorization;
import org.huxin.core.authorization.Usage;

/**
 * A consent of a holder, and what became of it.
 *
 * @param authorization how it stands
 * @param uses what was used under it, or under what an agent passed on of it; unmodifiable
 */
public record ConsentLine(Authorization authorization, List<Usage> uses) {
  /** A copy of the given list. */
  public ConsentLine {
    uses = List.copyOf(uses);
  }
}
