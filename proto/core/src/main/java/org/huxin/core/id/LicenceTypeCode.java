// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.id;

/**
 * 证照类型代码: the code of a licence type, GB/T 36902: the credit code of the body that defines it, and
 * three characters.
 *
 * @param text the 21 characters
 */
public record LicenceTypeCode(String text) implements Comparable<LicenceTypeCode> {
  /** The number of characters. */
  public static final int LENGTH = Uscc.LENGTH + 3;

  /**
   * A code.
   *
   * @throws IdentifierRefusedException if the first 18 characters are not a credit code, or the
   *     last three not upper-case letters and digits
   */
  public LicenceTypeCode {
    Alphabet.BASE_36.require(text, LENGTH);
    Uscc unused = new Uscc(text.substring(0, Uscc.LENGTH));
  }

  /**
   * Reads a code.
   *
   * @throws IdentifierRefusedException if the text is not one
   */
  public static LicenceTypeCode parse(String text) {
    return new LicenceTypeCode(text);
  }

  /** 证照定义机构: the body that defines the type. */
  public Uscc definer() {
    return new Uscc(text.substring(0, Uscc.LENGTH));
  }

  @Override
  public int compareTo(LicenceTypeCode other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
