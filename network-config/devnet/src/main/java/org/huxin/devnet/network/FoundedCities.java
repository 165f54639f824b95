// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huxin.chaincode.HuxinChaincode;
import org.huxin.contract.table.HuxinContract;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.governance.GenesisConfiguration;
import org.huxin.core.id.LedgerId;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonRefusedException;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.devnet.pki.BusinessKeys;
import org.huxin.devnet.pki.OwnerOnlyFile;
import org.huxin.devnet.topology.City;
import org.huxin.devnet.topology.Topology;
import org.huxin.embedded.ChaincodeDeployment;
import org.huxin.embedded.EndorsementPolicy;
import org.huxin.embedded.connection.ConnectionFolder;
import org.huxin.embedded.connection.ConnectionPeer;
import org.huxin.fabric.block.LedgerBlock;
import org.huxin.sdk.gateway.GatewayLedger;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.profile.Profile;

/**
 * The cities with their ledger founded: the contract runs on their network, each governor has a
 * key, and each city a profile. Whatever a crash left out is done at the next start. Immutable; it
 * does not own the network.
 */
public final class FoundedCities {
  private final GenesisConfiguration genesis;
  private final List<FoundedCity> cities;
  private final boolean fresh;

  private FoundedCities(GenesisConfiguration genesis, List<FoundedCity> cities, boolean fresh) {
    this.genesis = genesis;
    this.cities = List.copyOf(cities);
    this.fresh = fresh;
  }

  /**
   * Founds the ledger on a network, or goes on with the one that the folder holds.
   *
   * @param founding what a new ledger is founded with
   * @throws NetworkRefusedException {@link NetworkRefusal#FOLDER_OF_OTHER_LEDGER}
   * @throws UncheckedIOException if the folder cannot be read or written
   */
  public static FoundedCities on(
      CityNetwork network,
      Topology topology,
      NetworkFolder folder,
      Founding founding,
      Clock clock,
      SecureRandom random) {
    try {
      Map<String, SigningKey> governors = governors(topology, folder, founding, random);
      boolean fresh = !Files.exists(folder.genesis());
      GenesisConfiguration genesis =
          fresh
              ? CityGenesis.of(
                  topology,
                  foundingId(network),
                  governors,
                  founding,
                  clock.instant().truncatedTo(ChronoUnit.SECONDS),
                  random)
              : read(network, topology, folder, governors);
      if (fresh) {
        write(folder.genesis(), GenesisConfiguration.CODEC.toBytes(genesis));
      }
      network.run(contract(topology, genesis.ledgerId(), clock));
      List<FoundedCity> cities = cities(network, topology, folder, genesis.ledgerId(), governors);
      found(genesis, cities.get(0));
      ConnectionFolder.write(
          network.channelId(), network.transport(), network.peers(), folder.connection());
      return new FoundedCities(genesis, cities, fresh);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the cities in " + folder.root(), e);
    }
  }

  /** The contract of a ledger, under the topology's name and policy. */
  public static ChaincodeDeployment contract(Topology topology, LedgerId ledger, Clock clock) {
    return ChaincodeDeployment.of(
            topology.chaincode(), () -> new HuxinChaincode(HuxinContract.create(), ledger, clock))
        .withPolicy(
            EndorsementPolicy.outOf(
                topology.endorsementsRequired(),
                topology.cities().stream().map(City::mspId).toList()));
  }

  private static Map<String, SigningKey> governors(
      Topology topology, NetworkFolder folder, Founding founding, SecureRandom random)
      throws IOException {
    Map<String, SigningKey> governors = new LinkedHashMap<>();
    for (City city : topology.cities()) {
      governors.put(
          city.code(),
          BusinessKeys.readOrCreate(
              folder.keys(city), FoundedCity.GOVERNOR, founding.suite(), random));
    }
    return governors;
  }

  /** The hash of the header of block 0. */
  private static Digest foundingId(CityNetwork network) {
    return new Digest(DigestAlgorithm.SHA_256, LedgerBlock.read(network.genesis()).headerHash());
  }

  private static GenesisConfiguration read(
      CityNetwork network,
      Topology topology,
      NetworkFolder folder,
      Map<String, SigningKey> governors)
      throws IOException {
    try {
      GenesisConfiguration genesis =
          GenesisConfiguration.CODEC.fromBytes(
              Bytes.of(Files.readAllBytes(folder.genesis())), JsonLimits.FILE);
      boolean sameCities =
          genesis.cities().stream()
              .map(city -> city.msp().text())
              .toList()
              .equals(topology.cities().stream().map(City::mspId).toList());
      boolean sameKeys =
          genesis.cities().stream()
              .map(city -> city.governorKeys().get(0).key())
              .toList()
              .equals(governors.values().stream().map(SigningKey::publicKey).toList());
      if (sameCities && sameKeys && genesis.network().equals(foundingId(network))) {
        return genesis;
      }
    } catch (JsonRefusedException | DecodeRefusedException e) {
      // Refused below: it is the configuration of no ledger.
    }
    throw NetworkFolder.refused(NetworkRefusal.FOLDER_OF_OTHER_LEDGER, folder.root());
  }

  private static void write(Path file, Bytes content) throws IOException {
    Path whole = file.resolveSibling(file.getFileName() + ".new");
    Files.write(whole, content.toByteArray());
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static List<FoundedCity> cities(
      CityNetwork network,
      Topology topology,
      NetworkFolder folder,
      LedgerId ledger,
      Map<String, SigningKey> governors)
      throws IOException {
    List<FoundedCity> cities = new ArrayList<>();
    List<ConnectionPeer> peers = network.peers();
    for (int i = 0; i < peers.size(); i++) {
      City city = topology.cities().get(i);
      Profile profile = CityProfile.of(topology, network.transport(), peers, ledger, i);
      OwnerOnlyFile.replace(
          folder.profile(city), CanonicalJson.text(Profile.CODEC.encode(profile)));
      SigningKey governor = governors.get(city.code());
      if (governor == null) {
        throw new IllegalStateException("every city has a governor's key");
      }
      cities.add(new FoundedCity(city, governor, profile, folder.profile(city), folder.keys(city)));
    }
    return cities;
  }

  /** Founding again is accepted without effect, but would cost a block at each start. */
  private static void found(GenesisConfiguration genesis, FoundedCity by) {
    try (LedgerClient client = GatewayLedger.of(by.profile())) {
      if (!isFounded(client)) {
        LedgerClient.Committed unused =
            client.submit(
                "Found", List.of(CanonicalJson.text(GenesisConfiguration.CODEC.encode(genesis))));
      }
    }
  }

  private static boolean isFounded(LedgerClient client) {
    try {
      Bytes unused = client.evaluate("GetGenesis", List.of());
      return true;
    } catch (LedgerRefusedException e) {
      return false;
    }
  }

  /** What the ledger was founded with. */
  public GenesisConfiguration genesis() {
    return genesis;
  }

  /** The ledger's root of trust. */
  public LedgerId ledger() {
    return genesis.ledgerId();
  }

  /** The cities in the order of the topology. */
  public List<FoundedCity> cities() {
    return cities;
  }

  /**
   * One city.
   *
   * @param code six digits
   * @throws IllegalArgumentException if there is none of that code
   */
  public FoundedCity city(String code) {
    return cities.stream()
        .filter(city -> city.city().code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no city " + code));
  }

  /** Whether the ledger was founded now, and not gone on with. */
  public boolean isFresh() {
    return fresh;
  }
}
