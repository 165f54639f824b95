// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.id;

/**
 * 事项实施编码: the code of a government service item as one authority carries it out: the authority's
 * credit code, and thirteen characters.
 *
 * @param text the 31 characters
 */
public record ServiceItemCode(String text) implements Comparable<ServiceItemCode> {
  /** The number of characters. */
  public static final int LENGTH = Uscc.LENGTH + 13;

  /**
   * A code.
   *
   * @throws IdentifierRefusedException if the first 18 characters are not a credit code, or the
   *     others not upper-case letters and digits
   */
  public ServiceItemCode {
    Alphabet.BASE_36.require(text, LENGTH);
    Uscc unused = new Uscc(text.substring(0, Uscc.LENGTH));
  }

  /**
   * Reads a code.
   *
   * @throws IdentifierRefusedException if the text is not one
   */
  public static ServiceItemCode parse(String text) {
    return new ServiceItemCode(text);
  }

  /** The authority that carries the item out. */
  public Uscc owner() {
    return new Uscc(text.substring(0, Uscc.LENGTH));
  }

  @Override
  public int compareTo(ServiceItemCode other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
