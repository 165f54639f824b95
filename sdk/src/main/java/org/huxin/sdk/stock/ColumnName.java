// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.stock;

import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;

/** Names of columns as mappings hold them. */
final class ColumnName {
  private static final int MAX_LENGTH = 64;

  static final Codec<String> CODEC =
      Codecs.text("column name", MAX_LENGTH, ColumnName::checked, name -> name);

  private ColumnName() {}

  private static String checked(String name) {
    if (name.isBlank() || !name.equals(name.strip())) {
      throw new IllegalArgumentException("a column's name without space around it");
    }
    return name;
  }
}
