// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.huxin.chaincode.packaging.ServicePackage;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.devnet.administration.ChannelAdministration;
import org.huxin.devnet.administration.ChannelParticipation;
import org.huxin.devnet.administration.CityAdministrator;
import org.huxin.devnet.network.CityChannel;
import org.huxin.devnet.pki.CertificateRenewal;
import org.huxin.devnet.pki.CityKeys;
import org.huxin.devnet.process.SupervisedProcess;
import org.huxin.devnet.topology.City;
import org.huxin.devnet.topology.Topology;
import org.huxin.embedded.ChaincodeDeployment;
import org.huxin.embedded.Transport;
import org.huxin.embedded.connection.ConnectionFolder;
import org.huxin.embedded.connection.ConnectionPeer;
import org.huxin.embedded.pki.Credential;
import org.huxin.embedded.pki.OrganisationKeys;
import org.huxin.embedded.pki.OrganisationKeysFolder;
import org.huxin.embedded.pki.OrganisationKeysGenerator;
import org.huxin.embedded.pki.Validity;
import org.huxin.fabric.config.build.ConfigUpdateWriter;
import org.huxin.fabric.config.build.ConsenterDefinition;
import org.huxin.fabric.config.build.GenesisBlock;
import org.huxin.fabric.config.build.OrganisationDefinition;
import org.huxin.fabric.lifecycle.ChaincodeDefinition;
import org.hyperledger.fabric.protos.common.ConfigGroup;

/**
 * The cities of a topology as a real Fabric network on this machine: an orderer and a peer for
 * each, from Fabric's own programs, founded and administered through Fabric's own interfaces.
 * Everything listens on the loopback interface alone. For development and tests: all keys are on
 * one machine. Thread-safe but for {@link #close}.
 */
public final class FabricNetwork implements AutoCloseable {
  private static final String GENESIS = "genesis.block";
  private static final int OPERATOR_DAYS = 30;

  private final FabricPrograms programs;
  private final Topology topology;
  private final Path folder;
  private final SecureRandom random;
  private final Clock clock;
  private final Bytes genesis;
  private final List<FabricCity> cities = new CopyOnWriteArrayList<>();
  private final ChannelAdministration administration;
  private final ChaincodeServices services;

  private FabricNetwork(
      FabricPrograms programs, Topology topology, Path folder, Clock clock, SecureRandom random)
      throws IOException {
    this.programs = programs;
    this.topology = topology;
    this.folder = folder;
    this.random = random;
    this.services = new ChaincodeServices(random);
    this.clock = clock;
    boolean fresh = !Files.exists(folder.resolve(GENESIS));
    List<OrganisationKeys> keys = fresh ? newKeys() : existingKeys(folder);
    this.genesis = fresh ? found(keys) : Bytes.of(Files.readAllBytes(folder.resolve(GENESIS)));
    List<CityFolder> files = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      CityFolder city = filesOf(topology.cities().get(i));
      if (fresh) {
        city.clear();
      }
      city.write(keys.get(i));
      files.add(city);
    }
    for (int i = 0; i < keys.size(); i++) {
      cities.add(FabricCity.launch(topology.cities().get(i), keys.get(i), programs, files.get(i)));
    }
    this.administration = administration();
    try {
      cities.forEach(FabricCity::awaitListening);
      if (fresh) {
        join();
        Files.write(folder.resolve(GENESIS), genesis.toByteArray());
      }
    } catch (RuntimeException | IOException e) {
      close();
      throw e;
    }
  }

  /**
   * Starts the cities and lets them join the channel of the topology; a folder that holds a network
   * already is gone on with. Once this returns, chaincode may be deployed.
   *
   * @param topology where each process listens; {@link org.huxin.devnet.topology.LoopbackTopology}
   *     gives free ports
   * @param folder for keys, settings, ledgers and logs; it need not exist
   * @throws FabricRefusedException {@link FabricRefusal#PROCESS_NOT_READY}
   * @throws org.huxin.devnet.administration.AdministrationRefusedException if orderers or peers do
   *     not join
   * @throws UncheckedIOException if the folder cannot be read or written
   */
  public static FabricNetwork start(
      FabricPrograms programs, Topology topology, Path folder, Clock clock, SecureRandom random) {
    try {
      return new FabricNetwork(programs, topology, folder, clock, random);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep a network in this folder", e);
    }
  }

  private List<OrganisationKeys> newKeys() {
    return CityKeys.generate(topology, clock.instant(), random);
  }

  private List<OrganisationKeys> existingKeys(Path folder) throws IOException {
    List<OrganisationKeys> keys = new ArrayList<>();
    for (City city : topology.cities()) {
      keys.add(
          new OrganisationKeysFolder(folder.resolve(city.domain()).resolve("keys"))
              .read(city.mspId(), city.domain()));
    }
    return keys;
  }

  private Bytes found(List<OrganisationKeys> keys) {
    byte[] nonce = new byte[GenesisBlock.NONCE_LENGTH];
    random.nextBytes(nonce);
    return GenesisBlock.of(CityChannel.of(topology, keys), clock.instant(), Bytes.of(nonce));
  }

  private CityFolder filesOf(City city) {
    return new CityFolder(folder.resolve(city.domain()), city);
  }

  private ChannelAdministration administration() {
    List<CityAdministrator> administrators = new ArrayList<>();
    Map<OrganisationKeys, String> orderers = new LinkedHashMap<>();
    for (FabricCity city : cities) {
      administrators.add(administrator(city));
      orderers.put(city.keys(), city.ordererEndpoint());
    }
    return new ChannelAdministration(topology.channel(), administrators, orderers);
  }

  private CityAdministrator administrator(FabricCity city) {
    return new CityAdministrator(
        topology.channel(), city.keys(), city.peerEndpoint(), clock, random);
  }

  private void join() {
    cities.forEach(city -> joinOrderer(city, genesis));
    administration.each(
        administrator -> {
          administrator.join(genesis);
          return true;
        });
  }

  private void joinOrderer(FabricCity city, Bytes block) {
    Credential operator =
        city.keys()
            .tlsRoot()
            .tls(
                "operator." + city.keys().domain(),
                Validity.days(clock.instant(), OPERATOR_DAYS),
                random);
    new ChannelParticipation(city.keys(), operator, city.ordererAdminEndpoint()).join(block);
  }

  /**
   * Takes one more city in, with fresh keys: the administrators of the others put it into the
   * channel's configuration, its orderer becomes a consenter and its peer gets all blocks. To go on
   * from the folder later, the topology must have the city, after the others.
   *
   * @throws FabricRefusedException {@link FabricRefusal#PROCESS_NOT_READY}
   * @throws org.huxin.devnet.administration.AdministrationRefusedException if it is refused
   * @throws UncheckedIOException if its folder cannot be written
   */
  public void admit(City city) {
    OrganisationKeys keys =
        OrganisationKeysGenerator.generate(
            city.mspId(), city.domain(), CityKeys.IDENTITY_DAYS, clock.instant(), random);
    CityFolder files = filesOf(city);
    try {
      files.write(keys);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep a city in this folder", e);
    }
    OrganisationDefinition organisation = CityChannel.organisation(city, keys);
    ConsenterDefinition consenter = CityChannel.consenter(cities.size() + 1, city, keys);
    configure(
        channel ->
            ConfigUpdateWriter.addConsenter(organisation, consenter)
                .apply(ConfigUpdateWriter.addOrganisation(organisation).apply(channel)));
    FabricCity admitted = FabricCity.launch(city, keys, programs, files);
    cities.add(admitted);
    admitted.awaitListening();
    joinOrderer(admitted, administration.configurationBlock());
    CityAdministrator administrator = administrator(admitted);
    administrator.join(genesis);
    administration.welcome(administrator, keys, admitted.ordererEndpoint());
  }

  /**
   * Renews a city's certificates, with the keys that they have: its peer is started again with the
   * new ones; then the channel's configuration names the orderer's, which is started again as well.
   * The others go on meanwhile, as while an orderer is away.
   *
   * @param days how long the new ones are valid
   * @throws IllegalArgumentException if no city has this MSP
   * @throws FabricRefusedException {@link FabricRefusal#PROCESS_NOT_READY}
   * @throws org.huxin.devnet.administration.AdministrationRefusedException if it is refused
   * @throws UncheckedIOException if the city's folder cannot be written
   */
  public void renewCertificates(String mspId, int days) {
    FabricCity city = city(mspId);
    int index = cities.indexOf(city);
    City place = topology.cities().get(index);
    OrganisationKeys renewed = CertificateRenewal.renew(city.keys(), days, clock.instant(), random);
    try {
      city.renew(renewed);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the certificates in the city's folder", e);
    }
    city.peer().close();
    city.restartPeer();
    configure(ConfigUpdateWriter.renewConsenter(CityChannel.consenter(index + 1, place, renewed)));
    city.orderer().close();
    city.restartOrderer();
  }

  /** The channel's name. */
  public String channelId() {
    return topology.channel();
  }

  /** The bytes of the channel's block 0. */
  public Bytes genesis() {
    return genesis;
  }

  /** The cities in the order of the topology. */
  public List<FabricCity> cities() {
    return List.copyOf(cities);
  }

  /**
   * One city.
   *
   * @throws IllegalArgumentException if there is none of that MSP
   */
  public FabricCity city(String mspId) {
    return cities.stream()
        .filter(city -> city.mspId().equals(mspId))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no city has this MSP"));
  }

  /** Every process of Fabric, orderers and peers by turns. */
  public List<SupervisedProcess> processes() {
    return cities.stream().flatMap(city -> Stream.of(city.orderer(), city.peer())).toList();
  }

  /**
   * Puts a chaincode into force, or its next definition if there is one of that name, and runs it
   * in this JVM. Once this returns, every peer's gateway takes transactions for it.
   *
   * @return the definition's sequence
   * @throws org.huxin.devnet.administration.AdministrationRefusedException if the cities do not
   *     come to agree
   */
  public long deploy(ChaincodeDeployment deployment) {
    return deploy(deployment, inThisProcess(deployment));
  }

  /**
   * Puts a chaincode into force that runs as its runner says. A version that the peers have is not
   * run a second time: then only the definition is new.
   *
   * @param deployment whose code is not used
   * @return the definition's sequence
   * @throws org.huxin.devnet.administration.AdministrationRefusedException if the cities do not
   *     come to agree
   */
  public long deploy(ChaincodeDeployment deployment, ChaincodeRunner runner) {
    long sequence = administration.nextSequence(deployment.name());
    ChaincodeDefinition definition = deployment.definition(sequence);
    ServicePackage servicePackage = packageOf(deployment);
    if (!services.known(cities, servicePackage)) {
      services.start(cities, servicePackage, runner);
      administration.each(city -> city.install(servicePackage.archive()));
    }
    administration.agree(definition, servicePackage.packageId());
    return sequence;
  }

  /** Whether the cities have agreed on a definition of a chaincode. */
  public boolean isInForce(String chaincode) {
    return administration.nextSequence(chaincode) > 1;
  }

  /**
   * Runs a chaincode in this JVM that was put into force before the network was stopped.
   *
   * @throws IllegalArgumentException if the peers have no such version
   */
  public void resume(ChaincodeDeployment deployment) {
    resume(deployment, inThisProcess(deployment));
  }

  /**
   * Runs a chaincode as its runner says that was put into force before the network was stopped.
   *
   * @param deployment whose code is not used
   * @throws IllegalArgumentException if the peers have no such version
   */
  public void resume(ChaincodeDeployment deployment, ChaincodeRunner runner) {
    services.resume(cities, packageOf(deployment), runner);
  }

  /**
   * Waits until every peer knows that all cities' peers run a chaincode, after peers were started:
   * then transactions for it find endorsers.
   *
   * @throws org.huxin.devnet.administration.AdministrationRefusedException if they do not in time
   */
  public void awaitEndorsers(String chaincode) {
    administration.awaitEndorsers(chaincode);
  }

  /**
   * Lets a city that came later run a chaincode that is in force, and approve it, so that its peer
   * endorses.
   *
   * @param deployment as it is in force; its code is not used
   * @throws IllegalArgumentException if there is no such city
   * @throws org.huxin.devnet.administration.AdministrationRefusedException if it is refused
   */
  public void adopt(String mspId, ChaincodeDeployment deployment, ChaincodeRunner runner) {
    ServicePackage servicePackage = packageOf(deployment);
    services.start(List.of(city(mspId)), servicePackage, runner);
    administration.approve(
        mspId,
        deployment.definition(administration.nextSequence(deployment.name()) - 1),
        servicePackage.archive());
  }

  /** Runs the chaincode of a deployment in this JVM. */
  public static ChaincodeRunner inThisProcess(ChaincodeDeployment deployment) {
    return (mspId, packageId, port) ->
        ChaincodeService.start(deployment.code().get(), packageId, port);
  }

  private static ServicePackage packageOf(ChaincodeDeployment deployment) {
    return ServicePackage.of(deployment.name() + "_" + deployment.version());
  }

  /**
   * Changes the channel's configuration; every city's administrator signs. Once this returns, every
   * peer has it.
   *
   * @throws IllegalArgumentException if nothing changes
   * @throws org.huxin.devnet.administration.AdministrationRefusedException if it is refused
   */
  public void configure(UnaryOperator<ConfigGroup> change) {
    administration.configure(change);
  }

  /**
   * Writes what any client needs to connect.
   *
   * @throws IOException if a file cannot be written
   */
  public void writeConnection(Path folder) throws IOException {
    ConnectionFolder.write(
        channelId(),
        Transport.TLS,
        cities.stream().map(city -> new ConnectionPeer(city.keys(), city.peerEndpoint())).toList(),
        folder);
  }

  /** Stops chaincode, peers and orderers; what they keep on disk stays. */
  @Override
  public void close() {
    administration.close();
    services.close();
    cities.parallelStream().forEach(FabricCity::close);
  }
}
