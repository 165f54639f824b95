// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.governance;

import static org.huxin.core.codec.Field.required;

import java.util.List;
import org.huxin.core.catalogue.DefineLicenceType;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LedgerId;
import org.huxin.core.statement.Code;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;

/**
 * What founds the ledger: canonical JSON, whose SHA-256 is the ledger id (proto/spec/genesis.md).
 *
 * @param nonce sixteen random bytes: two ledgers never have one id
 * @param channel the name of the Fabric channel, in upper case
 * @param network the founding id of the Fabric network: the hash of its genesis block
 * @param cities the founding cities
 * @param divisions the divisions beneath them
 * @param licenceTypes the national licence types
 * @param limits the limits
 * @param sealRoots fingerprints of the accepted roots of seal certificates
 * @param timeStampRoots fingerprints of the accepted roots of time stamps
 */
public record GenesisConfiguration(
    Bytes nonce,
    Code channel,
    Digest network,
    List<GenesisCity> cities,
    List<NamedDivision> divisions,
    List<DefineLicenceType> licenceTypes,
    Limits limits,
    List<Digest> sealRoots,
    List<Digest> timeStampRoots) {
  private static final Field<GenesisConfiguration, Bytes> NONCE =
      required("nonce", Codecs.bytes(16), GenesisConfiguration::nonce);
  private static final Field<GenesisConfiguration, Code> CHANNEL =
      required("channel", Code.CODEC, GenesisConfiguration::channel);
  private static final Field<GenesisConfiguration, Digest> NETWORK =
      required("network", Codecs.DIGEST, GenesisConfiguration::network);
  private static final Field<GenesisConfiguration, List<GenesisCity>> CITIES =
      required("cities", ListCodec.list(GenesisCity.CODEC, 1, 16), GenesisConfiguration::cities);
  private static final Field<GenesisConfiguration, List<NamedDivision>> DIVISIONS =
      required(
          "divisions",
          ListCodec.list(NamedDivision.CODEC, 1, 512),
          GenesisConfiguration::divisions);
  private static final Field<GenesisConfiguration, List<DefineLicenceType>> LICENCE_TYPES =
      required(
          "licenceTypes",
          ListCodec.list(DefineLicenceType.CODEC, 0, 64),
          GenesisConfiguration::licenceTypes);
  private static final Field<GenesisConfiguration, Limits> LIMITS =
      required("limits", Limits.CODEC, GenesisConfiguration::limits);
  private static final Field<GenesisConfiguration, List<Digest>> SEAL_ROOTS =
      required("sealRoots", ListCodec.set(Codecs.DIGEST, 0, 32), GenesisConfiguration::sealRoots);
  private static final Field<GenesisConfiguration, List<Digest>> TIME_STAMP_ROOTS =
      required(
          "timeStampRoots",
          ListCodec.set(Codecs.DIGEST, 0, 32),
          GenesisConfiguration::timeStampRoots);

  /** The JSON form. */
  public static final ObjectCodec<GenesisConfiguration> CODEC =
      ObjectCodec.of(
          members ->
              new GenesisConfiguration(
                  members.get(NONCE),
                  members.get(CHANNEL),
                  members.get(NETWORK),
                  members.get(CITIES),
                  members.get(DIVISIONS),
                  members.get(LICENCE_TYPES),
                  members.get(LIMITS),
                  members.get(SEAL_ROOTS),
                  members.get(TIME_STAMP_ROOTS)),
          NONCE,
          CHANNEL,
          NETWORK,
          CITIES,
          DIVISIONS,
          LICENCE_TYPES,
          LIMITS,
          SEAL_ROOTS,
          TIME_STAMP_ROOTS);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the members do not go together
   */
  public GenesisConfiguration {
    cities = List.copyOf(cities);
    divisions = List.copyOf(divisions);
    licenceTypes = List.copyOf(licenceTypes);
    sealRoots = List.copyOf(sealRoots);
    timeStampRoots = List.copyOf(timeStampRoots);
    if (cities.stream().map(GenesisCity::code).distinct().count() != cities.size()
        || cities.stream().map(GenesisCity::msp).distinct().count() != cities.size()) {
      throw new IllegalArgumentException("every city has a code and an organisation of its own");
    }
    int placed = 0;
    for (GenesisCity city : cities) {
      List<NamedDivision> own = beneath(city.code(), divisions);
      NamedDivision.requireBeneath(city.code(), own);
      if (own.size() > City.MAX_DIVISIONS) {
        throw new IllegalArgumentException(
            "a city has at most " + City.MAX_DIVISIONS + " divisions");
      }
      placed += own.size();
    }
    if (placed != divisions.size()) {
      throw new IllegalArgumentException("every division lies beneath a city");
    }
    if (licenceTypes.stream().map(DefineLicenceType::type).distinct().count() != licenceTypes.size()
        || licenceTypes.stream().anyMatch(each -> each.version() != 1)) {
      throw new IllegalArgumentException("every licence type stands once, in its first version");
    }
    if (network.algorithm() != DigestAlgorithm.SHA_256) {
      throw new IllegalArgumentException("a network is named by a SHA-256");
    }
  }

  /** The divisions that the configuration names beneath a city. */
  public List<NamedDivision> divisionsOf(DivisionCode city) {
    return beneath(city, divisions);
  }

  private static List<NamedDivision> beneath(DivisionCode city, List<NamedDivision> all) {
    return all.stream().filter(division -> city.covers(division.code())).toList();
  }

  /**
   * What the proofs that the governors have their keys name in the place of the ledger id, which
   * does not exist yet: the network.
   */
  public LedgerId possessionScope() {
    return new LedgerId(network);
  }

  /** The root of trust: stands in every statement. */
  public LedgerId ledgerId() {
    return new LedgerId(DigestAlgorithm.SHA_256.digest(CODEC.toBytes(this)));
  }
}
