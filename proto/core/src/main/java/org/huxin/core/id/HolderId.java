// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.id;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Who holds a licence: 持证主体代码 with its type. Personal data: it stays with issuer and holder, enters
 * only salted commitments, and its text form shows the type alone.
 *
 * @param type what kind of number it is
 * @param code the number: 1 to {@link #MAX_LENGTH} upper-case letters, digits, dashes and brackets
 */
public record HolderId(HolderCodeType type, String code) {
  /** The longest number of a document in use has some 20 characters; the double leaves room. */
  public static final int MAX_LENGTH = 40;

  private static final Pattern CODE = Pattern.compile("[0-9A-Z()\\-]{1," + MAX_LENGTH + "}");

  /**
   * A holder.
   *
   * @throws IdentifierRefusedException if the number has another form, or its check character does
   *     not hold where the type has one
   */
  public HolderId {
    if (!CODE.matcher(code).matches()) {
      throw new IdentifierRefusedException(IdentifierRefusal.ID_STRUCTURE, Map.of("part", "code"));
    }
    if (type == HolderCodeType.USCC) {
      Uscc unused = new Uscc(code);
    }
    if (type == HolderCodeType.CITIZEN_ID && !CitizenNumber.holds(code)) {
      throw IdentifierRefusedException.of(IdentifierRefusal.ID_CHECK);
    }
  }

  /** The type alone. */
  @Override
  public String toString() {
    return type.code() + ":…";
  }
}
