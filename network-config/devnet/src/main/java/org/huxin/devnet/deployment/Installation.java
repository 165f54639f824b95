// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.deployment;

import java.nio.file.Path;
import org.huxin.devnet.topology.City;

/**
 * Where a city's folder stands on its machine, and how its processes listen. In a path, {@code
 * {city}} stands for the city's domain.
 *
 * @param folder the city's folder itself, read only
 * @param data where ledgers are kept
 * @param listenHost the address on which the processes listen
 */
public record Installation(Path folder, Path data, String listenHost) {
  /** In {@code /etc/huxin} and {@code /var/lib/huxin}, on all interfaces. */
  public static Installation standard() {
    return new Installation(Path.of("/etc/huxin"), Path.of("/var/lib/huxin"), "0.0.0.0");
  }

  /** That of one city. */
  Installation of(City city) {
    return new Installation(named(folder, city), named(data, city), listenHost);
  }

  private static Path named(Path path, City city) {
    return Path.of(path.toString().replace("{city}", city.domain()));
  }
}
