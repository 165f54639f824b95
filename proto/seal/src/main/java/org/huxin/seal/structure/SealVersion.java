// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.structure;

import java.util.Map;

/** The versions of the structures that are in use (proto/spec/seal-structure.md, Versions). */
public enum SealVersion {
  /** GM/T 0031-2014; its headers say 1, 2 or 3. */
  V1(1, 3),
  /** GB/T 38540-2020. */
  V4(4, 4),
  /** GM/T 0031-2025: v4 with an optional time stamp on the seal itself. */
  V5(5, 5);

  private final int first;
  private final int last;

  SealVersion(int first, int last) {
    this.first = first;
    this.last = last;
  }

  /** The number that this project writes into headers. */
  public int number() {
    return first;
  }

  boolean covers(int number) {
    return number >= first && number <= last;
  }

  void require(int number, String at) {
    if (!covers(number)) {
      throw new StructureRefusedException(
          StructureRefusal.STRUCTURE_VERSION, Map.of("at", at, "found", Integer.toString(number)));
    }
  }
}
