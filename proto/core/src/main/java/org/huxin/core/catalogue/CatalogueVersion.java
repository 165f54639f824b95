// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.catalogue;

/** The number of a version of a type or an item as it stands in keys. */
final class CatalogueVersion {
  private static final int DIGITS = 5;

  private CatalogueVersion() {}

  /** Five digits, so that the versions stand in order. */
  static String text(int version) {
    String digits = Integer.toString(version);
    return "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
  }
}
