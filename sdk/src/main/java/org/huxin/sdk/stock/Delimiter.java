// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.stock;

/** What stands between the cells of a row. */
public enum Delimiter {
  /** A comma. */
  COMMA(','),
  /** A semicolon. */
  SEMICOLON(';'),
  /** A tabulator. */
  TAB('\t'),
  /** A vertical bar. */
  BAR('|');

  private final char character;

  Delimiter(char character) {
    this.character = character;
  }

  char character() {
    return character;
  }
}
