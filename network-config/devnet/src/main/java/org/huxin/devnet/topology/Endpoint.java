// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.topology;

import java.util.regex.Pattern;

/**
 * Where a process listens.
 *
 * @param host a DNS name or an IPv4 address, lower case
 * @param port from 1 to 65535
 */
public record Endpoint(String host, int port) {
  private static final Pattern HOST =
      Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

  /** RFC 1035 section 2.3.4. */
  private static final int LONGEST_HOST = 253;

  private static final int HIGHEST_PORT = 65_535;

  /**
   * An endpoint.
   *
   * @throws IllegalArgumentException if host or port have not that form
   */
  public Endpoint {
    if (host.length() > LONGEST_HOST || !HOST.matcher(host).matches()) {
      throw new IllegalArgumentException("not a host name in lower case");
    }
    if (port < 1 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("a port lies between 1 and " + HIGHEST_PORT);
    }
  }

  /**
   * Reads {@code host:port}.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public static Endpoint parse(String text) {
    int colon = text.lastIndexOf(':');
    String port = text.substring(colon + 1);
    if (colon < 0 || !port.matches("[1-9][0-9]{0,4}")) {
      throw new IllegalArgumentException("an endpoint is written host:port");
    }
    return new Endpoint(text.substring(0, colon), Integer.parseInt(port));
  }

  /** The form {@code host:port}. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
