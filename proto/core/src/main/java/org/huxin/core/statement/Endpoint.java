// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.statement;

import java.util.regex.Pattern;
import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;

/**
 * Where a service is reached: a host name and a port, always through TLS.
 *
 * @param text {@code host:port}, lower case
 */
public record Endpoint(String text) implements Comparable<Endpoint> {
  /** A host name has up to 253 characters, a port five. */
  public static final int MAX_LENGTH = 259;

  /** The JSON form. */
  public static final Codec<Endpoint> CODEC =
      Codecs.text("endpoint", MAX_LENGTH, Endpoint::new, Endpoint::text);

  private static final Pattern FORM =
      Pattern.compile("[a-z0-9](?:[a-z0-9.\\-]{0,250}[a-z0-9])?:[1-9][0-9]{0,4}");

  /**
   * Of that form.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public Endpoint {
    if (text.length() > MAX_LENGTH || !FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not of the form of a endpoint");
    }
  }

  @Override
  public int compareTo(Endpoint other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
