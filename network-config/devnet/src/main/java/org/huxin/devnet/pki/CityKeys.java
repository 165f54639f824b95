// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.pki;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.huxin.devnet.topology.City;
import org.huxin.devnet.topology.Topology;
import org.huxin.embedded.pki.OrganisationKeys;
import org.huxin.embedded.pki.OrganisationKeysFolder;
import org.huxin.embedded.pki.OrganisationKeysGenerator;

/** Makes, writes and reads the Fabric keys of every city of a topology. Stateless. */
public final class CityKeys {
  /** A year: what a certificate of a person or a machine should not outlive. */
  public static final int IDENTITY_DAYS = 365;

  private CityKeys() {}

  /** Fresh keys of every city, in the order of the topology. */
  public static List<OrganisationKeys> generate(
      Topology topology, Instant now, SecureRandom random) {
    List<OrganisationKeys> keys = new ArrayList<>();
    for (City city : topology.cities()) {
      keys.add(
          OrganisationKeysGenerator.generate(
              city.mspId(), city.domain(), IDENTITY_DAYS, now, random));
    }
    return keys;
  }

  /**
   * Writes a folder for each city, named after its domain.
   *
   * @throws IOException if a file cannot be written
   */
  public static void write(List<OrganisationKeys> keys, Path folder) throws IOException {
    for (OrganisationKeys city : keys) {
      new OrganisationKeysFolder(folder.resolve(city.domain())).write(city);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if a file is missing or cannot be read
   * @throws IllegalArgumentException if a file holds something else
   */
  public static List<OrganisationKeys> read(Topology topology, Path folder) throws IOException {
    List<OrganisationKeys> keys = new ArrayList<>();
    for (City city : topology.cities()) {
      keys.add(
          new OrganisationKeysFolder(folder.resolve(city.domain()))
              .read(city.mspId(), city.domain()));
    }
    return keys;
  }
}
