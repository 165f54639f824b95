// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.config.build;

/**
 * Where a process is reached.
 *
 * @param host a DNS name or an address
 * @param port from 1 to 65535
 */
public record HostPort(String host, int port) {
  private static final int HIGHEST_PORT = 65_535;

  /**
   * A place.
   *
   * @throws IllegalArgumentException if the host is empty or the port out of range
   */
  public HostPort {
    if (host.isEmpty() || port < 1 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("a host, and a port between 1 and " + HIGHEST_PORT);
    }
  }

  /** The form {@code host:port}. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
