// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.jws;

import com.google.errorprone.annotations.Immutable;
import java.util.regex.Pattern;

/**
 * What kind of thing a JWS says: its {@code typ}. One kind for one operation, and the other way
 * round, so that nothing that was signed for one purpose serves another.
 *
 * @param text {@code huxin-}, lower-case words with dashes, {@code +jws}
 */
@Immutable
public record JwsType(String text) {
  /** The longest name of an operation is beneath this. */
  public static final int MAX_LENGTH = 64;

  private static final Pattern FORM = Pattern.compile("huxin(?:-[a-z0-9]+)+\\+jws");

  /**
   * A kind.
   *
   * @throws JwsRefusedException if the text is not of the form
   */
  public JwsType {
    if (text.length() > MAX_LENGTH || !FORM.matcher(text).matches()) {
      throw JwsRefusedException.of(JwsRefusal.JWS_TYPE);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
