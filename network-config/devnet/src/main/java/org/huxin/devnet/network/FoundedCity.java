// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.network;

import java.nio.file.Path;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.Uscc;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.devnet.topology.City;
import org.huxin.sdk.profile.Profile;

/**
 * A city of a founded ledger.
 *
 * @param city as the topology has it
 * @param governorKey with which its governor signs; its first
 * @param profile with which the city's systems call the ledger: its own peer first
 * @param profileFile where the profile is kept
 * @param keys the folder of its authorities' keys
 */
public record FoundedCity(
    City city, SigningKey governorKey, Profile profile, Path profileFile, Path keys) {
  /** The name of the governor's key in {@link #keys}. */
  public static final String GOVERNOR = "governor";

  /** The city's division. */
  public DivisionCode code() {
    return new DivisionCode(city.code());
  }

  /** Who governs it. */
  public Uscc governor() {
    return new Uscc(city.governor().code());
  }

  /** How statements name the governor's key. */
  public KeyId.OfAuthority governorKeyId() {
    return new KeyId.OfAuthority(governor(), 1);
  }

  @Override
  public String toString() {
    return city.english();
  }
}
