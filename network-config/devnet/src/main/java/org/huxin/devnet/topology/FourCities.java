// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.topology;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The topology of {@code network-config/four-cities.yaml}, which this program carries. */
public final class FourCities {
  private static final String RESOURCE = "/org/huxin/devnet/four-cities.yaml";

  private FourCities() {}

  /** 鄂尔多斯, 呼和浩特, 包头 and 乌兰察布. */
  public static Topology topology() {
    try (InputStream yaml = FourCities.class.getResourceAsStream(RESOURCE)) {
      if (yaml == null) {
        throw new IllegalStateException(RESOURCE + " is missing from this program");
      }
      return TopologyReader.read(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
