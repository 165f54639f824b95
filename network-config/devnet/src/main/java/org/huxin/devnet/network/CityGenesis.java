// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.network;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huxin.core.authority.KeyRegistration;
import org.huxin.core.authority.KeyUse;
import org.huxin.core.governance.GenesisCity;
import org.huxin.core.governance.GenesisConfiguration;
import org.huxin.core.governance.NamedDivision;
import org.huxin.core.holder.KeyPossession;
import org.huxin.core.holder.SignedFact;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.MspId;
import org.huxin.core.id.Uscc;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.FactKind;
import org.huxin.core.statement.Name;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.devnet.topology.City;
import org.huxin.devnet.topology.Topology;

/** The genesis configuration of a topology's cities. Stateless. */
public final class CityGenesis {
  private static final int NONCE_LENGTH = 16;

  /** As long as a governor's key may stay in use. */
  private static final Duration KEY_PERIOD = Duration.ofDays(3650);

  private CityGenesis() {}

  /**
   * The configuration.
   *
   * @param network the hash of the header of the network's block 0
   * @param governors the key of each city's governor, by the city's code
   * @param now from when on the keys are in force
   */
  public static GenesisConfiguration of(
      Topology topology,
      Digest network,
      Map<String, SigningKey> governors,
      Founding founding,
      Instant now,
      SecureRandom random) {
    byte[] nonce = new byte[NONCE_LENGTH];
    random.nextBytes(nonce);
    List<GenesisCity> cities = new ArrayList<>();
    List<NamedDivision> divisions = new ArrayList<>();
    for (City city : topology.cities()) {
      SigningKey key = governors.get(city.code());
      if (key == null) {
        throw new IllegalArgumentException("no key of the governor of " + city.code());
      }
      Uscc governor = new Uscc(city.governor().code());
      cities.add(
          new GenesisCity(
              new DivisionCode(city.code()),
              new Name(city.name()),
              new MspId(city.mspId()),
              governor,
              new Name(city.governor().name()),
              List.of(registration(governor, key, 1, new LedgerId(network), now, random))));
      city.divisions()
          .forEach(
              division ->
                  divisions.add(
                      new NamedDivision(
                          new DivisionCode(division.code()), new Name(division.name()))));
    }
    return new GenesisConfiguration(
        Bytes.of(nonce),
        new Code(topology.channel().toUpperCase(Locale.ROOT)),
        network,
        cities,
        divisions,
        founding.licenceTypes(),
        founding.limits(),
        founding.sealRoots(),
        founding.timeStampRoots());
  }

  /**
   * An authority's key for statements, with the proof that its owner has it.
   *
   * @param number which of its keys, from 1
   * @param ledger the ledger; before the founding, the network
   * @param from from when on it is in force
   */
  public static KeyRegistration registration(
      Uscc authority,
      SigningKey key,
      int number,
      LedgerId ledger,
      Instant from,
      SecureRandom random) {
    SignedFact<KeyPossession> possession =
        SignedFact.sign(
            key.signer(random),
            new KeyId.OfAuthority(authority, number),
            FactKind.KEY_POSSESSION,
            KeyPossession.CODEC,
            new KeyPossession(ledger, from, authority, number));
    return new KeyRegistration(
        number, KeyUse.SIGN, key.publicKey(), from, from.plus(KEY_PERIOD), possession.jws());
  }
}
