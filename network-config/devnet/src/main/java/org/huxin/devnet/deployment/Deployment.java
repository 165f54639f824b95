// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.deployment;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huxin.chaincode.packaging.ServicePackage;
import org.huxin.core.governance.GenesisConfiguration;
import org.huxin.core.id.LedgerId;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonString;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.devnet.fabric.CityVariables;
import org.huxin.devnet.fabric.FabricSettings;
import org.huxin.devnet.fabric.ServiceBuilder;
import org.huxin.devnet.network.CityChannel;
import org.huxin.devnet.network.CityGenesis;
import org.huxin.devnet.network.CityProfile;
import org.huxin.devnet.network.FoundedCity;
import org.huxin.devnet.network.Founding;
import org.huxin.devnet.pki.BusinessKeys;
import org.huxin.devnet.pki.CityKeys;
import org.huxin.devnet.pki.OwnerOnlyFile;
import org.huxin.devnet.topology.City;
import org.huxin.devnet.topology.Topology;
import org.huxin.embedded.Transport;
import org.huxin.embedded.connection.ConnectionPeer;
import org.huxin.embedded.pki.Credential;
import org.huxin.embedded.pki.OrganisationKeys;
import org.huxin.embedded.pki.OrganisationKeysFolder;
import org.huxin.embedded.pki.Validity;
import org.huxin.fabric.block.LedgerBlock;
import org.huxin.fabric.config.build.GenesisBlock;
import org.huxin.sdk.profile.Profile;

/**
 * The folders of a network's cities, one for each city's machine: {@code DOMAIN/} with keys,
 * Fabric's settings, the genesis block and configuration, the contract's package, a profile, {@code
 * compose.yaml}, units of systemd, and numbered scripts that found the network. All keys are made
 * here: whoever runs this holds every city's, so it is for trials and for learning; cities that
 * mean it exchange certificates alone.
 */
public final class Deployment {
  /** The contract's version in its definition: the version of the rules. */
  static final String VERSION = "1.0";

  private static final int OPERATOR_DAYS = 730;

  private final Topology topology;
  private final Installation installation;
  private final Instant now;
  private final SecureRandom random;
  private final ServicePackage contract;

  private Deployment(
      Topology topology, Installation installation, Instant now, SecureRandom random) {
    this.topology = topology;
    this.installation = installation;
    this.now = now.truncatedTo(ChronoUnit.SECONDS);
    this.random = random;
    this.contract = ServicePackage.of(topology.chaincode() + "_" + VERSION);
  }

  /**
   * Writes the folders, where none are.
   *
   * @param topology whose places are as clients and other cities reach them
   * @param installation where each folder will stand on its machine
   * @param folder that is empty or does not exist
   * @return the ledger that the scripts found
   * @throws IOException if something cannot be written, or the folder holds something
   */
  public static LedgerId write(
      Topology topology,
      Founding founding,
      Installation installation,
      Path folder,
      Instant now,
      SecureRandom random)
      throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> present = Files.list(folder)) {
      if (present.findAny().isPresent()) {
        throw new DirectoryNotEmptyException(folder.toString());
      }
    }
    return new Deployment(topology, installation, now, random)
        .write(founding, folder.toAbsolutePath());
  }

  private LedgerId write(Founding founding, Path folder) throws IOException {
    List<OrganisationKeys> keys = CityKeys.generate(topology, now, random);
    byte[] nonce = new byte[GenesisBlock.NONCE_LENGTH];
    random.nextBytes(nonce);
    Bytes block = GenesisBlock.of(CityChannel.of(topology, keys), now, Bytes.of(nonce));
    Map<String, SigningKey> governors = new LinkedHashMap<>();
    for (City city : topology.cities()) {
      governors.put(
          city.code(),
          BusinessKeys.create(
              folder.resolve(city.domain()).resolve("keys").resolve("authorities"),
              FoundedCity.GOVERNOR,
              founding.suite(),
              random));
    }
    Digest network = new Digest(DigestAlgorithm.SHA_256, LedgerBlock.read(block).headerHash());
    GenesisConfiguration genesis =
        CityGenesis.of(topology, network, governors, founding, now, random);
    for (int i = 0; i < keys.size(); i++) {
      write(folder.resolve(topology.cities().get(i).domain()), i, keys, block, genesis);
    }
    return genesis.ledgerId();
  }

  private void write(
      Path folder,
      int index,
      List<OrganisationKeys> keys,
      Bytes block,
      GenesisConfiguration genesis)
      throws IOException {
    City city = topology.cities().get(index);
    OrganisationKeys own = keys.get(index);
    Path ownKeys = folder.resolve("keys");
    new OrganisationKeysFolder(ownKeys).write(own);
    writeOperator(own, ownKeys.resolve("users").resolve("Operator@" + city.domain()));
    for (int i = 0; i < keys.size(); i++) {
      Path other =
          Files.createDirectories(
              folder.resolve("cities").resolve(topology.cities().get(i).domain()));
      Files.writeString(
          other.resolve("tlsca.pem"), keys.get(i).tlsRoot().credential().certificatePem());
    }
    FabricSettings.write(folder.resolve("settings"));
    ServiceBuilder builder = new ServiceBuilder(folder.resolve("builder"));
    builder.write();
    builder.serve(contract.label(), city.endpoints().chaincode().toString());
    Files.write(folder.resolve("genesis.block"), block.toByteArray());
    String configuration = CanonicalJson.text(GenesisConfiguration.CODEC.encode(genesis));
    Files.writeString(folder.resolve("genesis.json"), configuration);
    Files.writeString(folder.resolve("found.json"), call("Found", configuration));
    Files.write(folder.resolve("huxin.tar.gz"), contract.archive().toByteArray());
    OwnerOnlyFile.create(
        folder.resolve("profile.json"),
        CanonicalJson.text(Profile.CODEC.encode(profile(index, keys, genesis.ledgerId()))));
    writeSettings(folder, city, genesis.ledgerId());
  }

  private void writeSettings(Path folder, City city, LedgerId ledger) throws IOException {
    Installation here = installation.of(city);
    CityVariables variables =
        new CityVariables(
            city,
            here.listenHost(),
            here.folder().resolve("keys"),
            here.folder().resolve("settings"),
            here.folder().resolve("builder"),
            here.data());
    Files.writeString(folder.resolve("orderer.env"), lines(variables.orderer()));
    Files.writeString(folder.resolve("peer.env"), lines(variables.peer()));
    Files.writeString(folder.resolve("administrator.env"), quotedLines(variables.administrator()));
    Files.writeString(
        folder.resolve("chaincode.env"),
        lines(
            Map.of(
                "CHAINCODE_SERVER_ADDRESS",
                here.listenHost() + ":" + city.endpoints().chaincode().port(),
                "CORE_CHAINCODE_ID_NAME",
                contract.packageId(),
                "HUXIN_LEDGER_ID",
                ledger.toString())));
    Files.writeString(folder.resolve("compose.yaml"), new ComposeFile(city, here).text());
    Path units = Files.createDirectories(folder.resolve("systemd"));
    for (Map.Entry<String, String> unit : new ServiceUnits(here).all().entrySet()) {
      Files.writeString(units.resolve(unit.getKey()), unit.getValue());
    }
    for (Map.Entry<String, String> script :
        new CityScripts(topology, city, contract, VERSION).all().entrySet()) {
      Path file = folder.resolve(script.getKey());
      Files.writeString(file, script.getValue());
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** The orderer's participation interface asks for a certificate of its city's TLS authority. */
  private void writeOperator(OrganisationKeys keys, Path user) throws IOException {
    Credential operator =
        keys.tlsRoot().tls("operator." + keys.domain(), Validity.days(now, OPERATOR_DAYS), random);
    Path tls = Files.createDirectories(user.resolve("tls"));
    Files.writeString(tls.resolve("ca.crt"), keys.tlsRoot().credential().certificatePem());
    Files.writeString(tls.resolve("client.crt"), operator.certificatePem());
    OwnerOnlyFile.create(tls.resolve("client.key"), operator.keyPair().toPem());
  }

  private Profile profile(int city, List<OrganisationKeys> keys, LedgerId ledger) {
    List<ConnectionPeer> peers = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      peers.add(
          new ConnectionPeer(keys.get(i), topology.cities().get(i).endpoints().peer().toString()));
    }
    return CityProfile.of(topology, Transport.TLS, peers, ledger, city);
  }

  /** A call as the {@code peer} command line takes it. */
  private static String call(String operation, String argument) {
    JsonArray arguments =
        new JsonArray(List.of(new JsonString(operation), new JsonString(argument)));
    return CanonicalJson.text(JsonObject.builder().put("Args", arguments).build());
  }

  private static String lines(Map<String, String> variables) {
    List<String> lines = new ArrayList<>();
    new TreeMap<>(variables).forEach((name, value) -> lines.add(name + "=" + value));
    return String.join("\n", lines) + "\n";
  }

  /** A shell reads it. */
  private static String quotedLines(Map<String, String> variables) {
    return variables.entrySet().stream()
            .map(entry -> entry.getKey() + "='" + entry.getValue() + "'")
            .collect(Collectors.joining("\n"))
        + "\n";
  }
}
