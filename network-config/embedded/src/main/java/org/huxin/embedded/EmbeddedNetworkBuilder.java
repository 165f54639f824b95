// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.embedded.ordering.BatchRule;
import org.huxin.embedded.pki.OrganisationKeys;
import org.huxin.embedded.pki.OrganisationKeysFolder;
import org.huxin.embedded.pki.OrganisationKeysGenerator;
import org.hyperledger.fabric.shim.Chaincode;

/**
 * Describes an embedded network. Without a word it is: channel {@code licence}, the organisation
 * {@code Org1MSP}, no TLS, blocks in memory, cut at once when idle. For one thread.
 */
public final class EmbeddedNetworkBuilder {
  /** Long enough for any test, short enough that nobody takes the keys for real ones. */
  private static final int IDENTITY_DAYS = 365;

  /** The block file's name in the folder of a network that lasts. */
  static final String BLOCKS = "blocks.log";

  private static final Duration ENDORSEMENT_TIMEOUT = Duration.ofSeconds(10);

  String channelId = "licence";
  final List<ChaincodeDeployment> chaincodes = new ArrayList<>();
  Map<String, String> accessControls = Map.of();
  BatchRule batch = BatchRule.AT_ONCE;
  Transport transport = Transport.PLAINTEXT;
  Clock clock = Clock.systemUTC();
  SecureRandom random = new SecureRandom();
  Duration endorsementTimeout = ENDORSEMENT_TIMEOUT;
  List<Integer> ports = List.of();
  List<Bytes> existing = List.of();
  Optional<Path> directory = Optional.empty();
  private List<String> mspIds = List.of("Org1MSP");
  private List<OrganisationKeys> keys = List.of();

  EmbeddedNetworkBuilder() {}

  /**
   * The organisations, with fresh keys.
   *
   * @throws IllegalArgumentException if there is none
   */
  public EmbeddedNetworkBuilder organisations(String... mspIds) {
    if (mspIds.length == 0) {
      throw new IllegalArgumentException("a network has an organisation");
    }
    this.mspIds = List.of(mspIds);
    this.keys = List.of();
    return this;
  }

  /**
   * The organisations, with keys that exist.
   *
   * @throws IllegalArgumentException if there is none
   */
  public EmbeddedNetworkBuilder organisations(List<OrganisationKeys> keys) {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("a network has an organisation");
    }
    this.keys = List.copyOf(keys);
    return this;
  }

  /** The channel's name. */
  public EmbeddedNetworkBuilder channel(String channelId) {
    this.channelId = channelId;
    return this;
  }

  /** A chaincode that a majority of the organisations endorses; one instance for each. */
  public EmbeddedNetworkBuilder chaincode(String name, Supplier<? extends Chaincode> code) {
    return chaincode(ChaincodeDeployment.of(name, code));
  }

  /** A chaincode. */
  public EmbeddedNetworkBuilder chaincode(ChaincodeDeployment deployment) {
    chaincodes.add(deployment);
    return this;
  }

  /** Policies of resources that differ from Fabric's, such as {@code peer/Propose}. */
  public EmbeddedNetworkBuilder accessControls(Map<String, String> policies) {
    this.accessControls = Map.copyOf(policies);
    return this;
  }

  /** When a block is cut. */
  public EmbeddedNetworkBuilder batch(BatchRule rule) {
    this.batch = rule;
    return this;
  }

  /** How clients connect. */
  public EmbeddedNetworkBuilder transport(Transport transport) {
    this.transport = transport;
    return this;
  }

  /** What peers and orderers take for the time; it judges whether certificates have expired. */
  public EmbeddedNetworkBuilder clock(Clock clock) {
    this.clock = clock;
    return this;
  }

  /** Where keys and nonces come from. */
  public EmbeddedNetworkBuilder random(SecureRandom random) {
    this.random = random;
    return this;
  }

  /** How long a gateway waits for one endorsement; ten seconds if nothing is said. */
  public EmbeddedNetworkBuilder endorsementTimeout(Duration timeout) {
    this.endorsementTimeout = timeout;
    return this;
  }

  /** The organisations' ports in their order; any free ones if nothing is said. */
  public EmbeddedNetworkBuilder ports(List<Integer> ports) {
    this.ports = List.copyOf(ports);
    return this;
  }

  /**
   * Goes on from blocks that exist, in memory: their state is rebuilt, their channel's name and
   * configuration hold. The organisations need the keys that the configuration names.
   *
   * @param blocks the bytes of {@code common.Block} from number 0 on
   */
  public EmbeddedNetworkBuilder continuing(List<Bytes> blocks) {
    this.existing = List.copyOf(blocks);
    return this;
  }

  /**
   * Keeps keys and blocks in a folder, and goes on from what it holds. A transaction whose Submit
   * or commit status was answered survives the end of the process at any point.
   */
  public EmbeddedNetworkBuilder directory(Path folder) {
    this.directory = Optional.of(folder);
    return this;
  }

  /** Starts the network; once this returns, all chaincodes are committed and clients may come. */
  public EmbeddedNetwork start() {
    return new EmbeddedNetwork(this);
  }

  int organisationCount() {
    return keys.isEmpty() ? mspIds.size() : keys.size();
  }

  int port(int organisation) {
    return organisation < ports.size() ? ports.get(organisation) : 0;
  }

  List<OrganisationKeys> organisationKeys() {
    if (!keys.isEmpty()) {
      return keys;
    }
    return mspIds.stream().parallel().map(this::keysOf).toList();
  }

  private OrganisationKeys keysOf(String mspId) {
    String domain = domain(mspId);
    if (directory.isEmpty()) {
      return OrganisationKeysGenerator.generate(
          mspId, domain, IDENTITY_DAYS, clock.instant(), random);
    }
    Path folder = directory.get().resolve("organisations").resolve(domain);
    OrganisationKeysFolder files = new OrganisationKeysFolder(folder);
    try {
      if (Files.exists(directory.get().resolve(BLOCKS))) {
        return files.read(mspId, domain);
      }
      OrganisationKeys fresh =
          OrganisationKeysGenerator.generate(mspId, domain, IDENTITY_DAYS, clock.instant(), random);
      files.write(fresh);
      return fresh;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the keys of " + mspId, e);
    }
  }

  private static String domain(String mspId) {
    String name = mspId.endsWith("MSP") ? mspId.substring(0, mspId.length() - 3) : mspId;
    return name.toLowerCase(Locale.ROOT) + ".example";
  }
}
