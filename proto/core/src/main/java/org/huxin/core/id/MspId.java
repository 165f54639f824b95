// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.id;

import java.util.regex.Pattern;

/**
 * The name of an organisation in Fabric.
 *
 * @param text a letter, then up to 62 letters, digits, dots and dashes
 */
public record MspId(String text) implements Comparable<MspId> {
  /** Fabric's own rule of thumb for names that also stand in domain names. */
  public static final int MAX_LENGTH = 63;

  private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9.\\-]{0,62}");

  /**
   * A name.
   *
   * @throws IdentifierRefusedException if it has another form
   */
  public MspId {
    if (!FORM.matcher(text).matches()) {
      throw IdentifierRefusedException.of(IdentifierRefusal.ID_STRUCTURE);
    }
  }

  /**
   * Reads a name.
   *
   * @throws IdentifierRefusedException if it has another form
   */
  public static MspId parse(String text) {
    return new MspId(text);
  }

  @Override
  public int compareTo(MspId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
