// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.id;

import java.util.Map;

/** The characters of a code, each with its value: the index at which it stands. */
enum Alphabet {
  DIGITS("0123456789"),
  /** Of licence identifiers: GB/T 36904. */
  BASE_36("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
  /** Of unified social credit codes: without I, O, S, V and Z, GB 32100. */
  BASE_31("0123456789ABCDEFGHJKLMNPQRTUWXY");

  private final String characters;

  Alphabet(String characters) {
    this.characters = characters;
  }

  char at(int value) {
    return characters.charAt(value);
  }

  /** The value of a character, or −1. */
  int valueOf(char character) {
    return characters.indexOf(character);
  }

  /** Refuses a text of another length or with another character. */
  String require(String text, int length) {
    if (text.length() != length) {
      throw new IdentifierRefusedException(
          IdentifierRefusal.ID_LENGTH,
          Map.of("expected", Integer.toString(length), "found", Integer.toString(text.length())));
    }
    return require(text);
  }

  /** Refuses a text with another character. */
  String require(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (valueOf(text.charAt(i)) < 0) {
        throw new IdentifierRefusedException(
            IdentifierRefusal.ID_CHARACTER, Map.of("position", Integer.toString(i)));
      }
    }
    return text;
  }
}
