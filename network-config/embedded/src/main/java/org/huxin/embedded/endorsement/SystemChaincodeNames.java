// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.endorsement;

import java.util.Set;

/** The names of the chaincodes that every peer has. */
public final class SystemChaincodeNames {
  private static final Set<String> NAMES = Set.of("qscc", "cscc", "lscc", "_lifecycle");

  private SystemChaincodeNames() {}

  /** Whether a name is one of them. */
  public static boolean contains(String name) {
    return NAMES.contains(name);
  }
}
