// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The settings of {@code network-config/fabric} that all cities have in common. Stateless. */
public final class FabricSettings {
  private FabricSettings() {}

  /**
   * Writes {@code core.yaml} and {@code orderer.yaml}, over what is there.
   *
   * @param folder made where there is none
   * @throws IOException if one cannot be written
   */
  public static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String file : new String[] {"core.yaml", "orderer.yaml"}) {
      try (InputStream resource = FabricSettings.class.getResourceAsStream(file)) {
        if (resource == null) {
          throw new IllegalStateException(file + " is missing from this program");
        }
        Files.copy(resource, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
