// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.issuing;

import java.util.Map;

/** A row of a source, as its reader makes it. */
public sealed interface IssuingRow {
  /**
   * A row that could be read.
   *
   * @param licence what it says
   */
  record Read(Licence licence) implements IssuingRow {}

  /**
   * A row that could not.
   *
   * @param evidence why not: names of columns and codes, never a value; unmodifiable
   */
  record Unreadable(Map<String, String> evidence) implements IssuingRow {
    /** A copy of the given map. */
    public Unreadable {
      evidence = Map.copyOf(evidence);
    }
  }
}
