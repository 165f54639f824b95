// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.id;

import java.util.Map;
import java.util.Optional;

/**
 * 统一社会信用代码: the unified social credit code of an organisation, GB 32100-2015. Eighteen characters:
 * registering department, kind, six digits of the division, the nine characters of the organisation
 * code (GB 11714) and a check character.
 *
 * @param text the eighteen characters
 */
public record Uscc(String text) implements Comparable<Uscc> {
  /** The number of characters. */
  public static final int LENGTH = 18;

  private static final int MODULUS = 31;
  private static final int ORGANISATION_FROM = 8;
  private static final int ORGANISATION_CHECK = 16;
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

  /**
   * A code whose two check characters hold.
   *
   * @throws IdentifierRefusedException if the text is not such a code
   */
  public Uscc {
    Alphabet.BASE_31.require(text, LENGTH);
    Alphabet.DIGITS.require(text.substring(2, ORGANISATION_FROM));
    char expected = check(text.substring(0, LENGTH - 1));
    if (text.charAt(LENGTH - 1) != expected) {
      throw new IdentifierRefusedException(
          IdentifierRefusal.ID_CHECK, Map.of("expected", String.valueOf(expected)));
    }
    if (text.charAt(ORGANISATION_CHECK) != organisationCheck(text)) {
      throw IdentifierRefusedException.of(IdentifierRefusal.ID_INNER_CHECK);
    }
  }

  /**
   * Reads a code.
   *
   * @throws IdentifierRefusedException if the text is not one
   */
  public static Uscc parse(String text) {
    return new Uscc(text);
  }

  /**
   * The check character of the first seventeen characters.
   *
   * @throws IdentifierRefusedException if these are not seventeen characters of the alphabet
   */
  public static char check(String body) {
    Alphabet.BASE_31.require(body, LENGTH - 1);
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < body.length(); i++) {
      sum += weight * Alphabet.BASE_31.valueOf(body.charAt(i));
      weight = weight * 3 % MODULUS;
    }
    return Alphabet.BASE_31.at((MODULUS - sum % MODULUS) % MODULUS);
  }

  private static char organisationCheck(String text) {
    int sum = 0;
    for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
      sum += ORGANISATION_WEIGHTS[i] * Alphabet.BASE_36.valueOf(text.charAt(ORGANISATION_FROM + i));
    }
    int check = (11 - sum % 11) % 11;
    return check == 10 ? 'X' : Alphabet.DIGITS.at(check);
  }

  /**
   * The division in which the organisation was registered: characters 3 to 8; empty if these are no
   * division's code, which neither check character rules out.
   */
  public Optional<DivisionCode> division() {
    try {
      return Optional.of(new DivisionCode(text.substring(2, ORGANISATION_FROM)));
    } catch (IdentifierRefusedException e) {
      return Optional.empty();
    }
  }

  @Override
  public int compareTo(Uscc other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
