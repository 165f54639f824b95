// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded;

import com.google.protobuf.InvalidProtocolBufferException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.embedded.endorsement.Peer;
import org.huxin.embedded.gateway.BroadcastService;
import org.huxin.embedded.gateway.DeliverService;
import org.huxin.embedded.gateway.EndorsementMismatch;
import org.huxin.embedded.gateway.EndorserService;
import org.huxin.embedded.gateway.GatewayService;
import org.huxin.embedded.gateway.NetworkView;
import org.huxin.embedded.ledger.BlockStore;
import org.huxin.embedded.ledger.FileBlockStore;
import org.huxin.embedded.ledger.Ledger;
import org.huxin.embedded.ledger.MemoryBlockStore;
import org.huxin.embedded.ledger.StoredBlock;
import org.huxin.embedded.ledger.TransactionLocation;
import org.huxin.embedded.ordering.Consenter;
import org.huxin.embedded.ordering.OrderingService;
import org.huxin.embedded.pki.OrganisationKeys;
import org.huxin.embedded.simulation.DefinitionCommit;
import org.huxin.embedded.system.LedgerQueries;
import org.huxin.fabric.access.AccessControl;
import org.huxin.fabric.access.ChannelAccess;
import org.huxin.fabric.access.ConfigurationInForce;
import org.huxin.fabric.config.build.GenesisBlock;
import org.huxin.fabric.lifecycle.ChaincodeDefinition;
import org.huxin.fabric.lifecycle.ChaincodeDefinitions;
import org.huxin.fabric.validation.PeerJudge;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.hyperledger.fabric.shim.Chaincode;

/**
 * For development and tests, not a production ledger: a network in one process to which unmodified
 * Fabric Gateway clients of any language connect. Every organisation executes the chaincode by
 * itself and signs with its own keys; blocks are signed by a quorum of orderers and validated as a
 * peer validates them. Thread-safe.
 */
public final class EmbeddedNetwork implements AutoCloseable {
  private final String channelId;
  private final Transport transport;
  private final Clock clock;
  private final SecureRandom random;
  private final List<OrganisationKeys> keys;
  private final Map<String, Map<String, Chaincode>> chaincodes = new HashMap<>();
  private final Ledger ledger;
  private final OrderingService ordering;
  private final ExecutorService executor;
  private final List<Organisation> organisations;
  private final List<EndorsementMismatch> mismatches = new CopyOnWriteArrayList<>();

  EmbeddedNetwork(EmbeddedNetworkBuilder description) {
    this.channelId = description.channelId;
    this.transport = description.transport;
    this.clock = description.clock;
    this.random = description.random;
    this.executor = Executors.newCachedThreadPool(threads());
    // Half of a cold start is keys and half is gRPC: neither waits for the other.
    CompletableFuture<List<Endpoint>> opening =
        description.transport == Transport.PLAINTEXT
            ? CompletableFuture.supplyAsync(() -> plainEndpoints(description), executor)
            : CompletableFuture.completedFuture(List.of());
    this.keys = description.organisationKeys();
    List<Endpoint> endpoints =
        description.transport == Transport.PLAINTEXT
            ? opening.join()
            : securedEndpoints(description);
    BlockStore store = store(description);
    Block genesis = store.height() == 0 ? genesis(description, endpoints) : store.block(0).block();
    ConfigurationInForce inForce = new ConfigurationInForce(genesis);
    AccessControl access = new ChannelAccess(inForce, channelId, clock);
    this.ledger = new Ledger(channelId, store, PeerJudge.ofOwnBlocks(channelId, inForce));
    if (ledger.height() == 0) {
      ledger.commit(genesis);
    }
    this.ordering =
        new OrderingService(
            consenters(endpoints),
            ledger,
            access,
            description.batch,
            description.directory.isPresent(),
            random);
    this.organisations = organisations(endpoints, access);
    serve(description, access);
    description.chaincodes.forEach(this::run);
  }

  /** Begins to describe a network. */
  public static EmbeddedNetworkBuilder builder() {
    ColdStart.begin();
    return new EmbeddedNetworkBuilder();
  }

  /** The channel's name. */
  public String channelId() {
    return channelId;
  }

  /** How clients connect. */
  public Transport transport() {
    return transport;
  }

  /** The organisations in the order in which they were named. */
  public List<Organisation> organisations() {
    return organisations;
  }

  /**
   * One organisation.
   *
   * @throws IllegalArgumentException if there is none of that id
   */
  public Organisation organisation(String mspId) {
    return organisations.stream()
        .filter(organisation -> organisation.mspId().equals(mspId))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no organisation " + mspId));
  }

  /** The number of blocks. */
  public long height() {
    return ledger.height();
  }

  /**
   * The bytes of a committed {@code common.Block}, with the metadata that a peer adds.
   *
   * @throws IndexOutOfBoundsException unless {@code 0 <= number < height()}
   */
  public Bytes block(long number) {
    return Bytes.of(ledger.block(number).block().toByteArray());
  }

  /** Every endorsement that differed from the first of its transaction, the latest last. */
  public List<EndorsementMismatch> mismatches() {
    return List.copyOf(mismatches);
  }

  /** Makes parts of the network misbehave. */
  public NetworkFaults faults() {
    return new NetworkFaults(this, ordering);
  }

  /**
   * Puts a chaincode into force, or its next definition if there is one of that name; in-flight
   * transactions of the old one become invalid, as in Fabric. Returns once it is committed.
   *
   * @return the definition's sequence
   * @throws IllegalStateException if the definition's transaction was not valid
   */
  public long deploy(ChaincodeDeployment deployment) {
    install(deployment);
    String reader = keys.get(0).mspId();
    long inForce =
        ledger
            .read(reader, state -> ChaincodeDefinitions.find(state, deployment.name()))
            .map(ChaincodeDefinition::sequence)
            .orElse(0L);
    long sequence = inForce + 1;
    ChaincodeDefinition definition = deployment.definition(sequence);
    TxReadWriteSet results =
        ledger.read(reader, state -> DefinitionCommit.readWriteSet(state, definition));
    Envelope envelope =
        new DefinitionTransaction(channelId, keys).of(definition, results, clock.instant(), random);
    CompletableFuture<TransactionLocation> committed =
        ledger.await(DefinitionTransaction.transactionId(envelope));
    OrderingService.Answer answer = ordering.broadcast(envelope);
    if (!answer.info().isEmpty()) {
      throw new IllegalStateException("the definition was not ordered: " + answer.info());
    }
    TransactionLocation location = committed.join();
    if (location.code() != TxValidationCode.VALID) {
      throw new IllegalStateException("the definition is not valid: " + location.code());
    }
    return sequence;
  }

  private void install(ChaincodeDeployment deployment) {
    for (OrganisationKeys organisation : keys) {
      codeOf(organisation.mspId()).put(deployment.name(), deployment.code().get());
    }
  }

  /**
   * Runs a chaincode, and puts it into force where no definition of that name and version is: a
   * chain that was gone on with may hold it already, and then only the code is missing.
   *
   * @throws IllegalStateException if the definition's transaction was not valid
   */
  public void run(ChaincodeDeployment deployment) {
    boolean defined =
        ledger
            .read(keys.get(0).mspId(), state -> ChaincodeDefinitions.find(state, deployment.name()))
            .filter(found -> found.version().equals(deployment.version()))
            .isPresent();
    if (defined) {
      install(deployment);
    } else {
      long unused = deploy(deployment);
    }
  }

  /** Stops everything; open streams end. */
  @Override
  public void close() {
    organisations.forEach(organisation -> organisation.server().close());
    ordering.close();
    ledger.close();
    executor.shutdownNow();
  }

  private static BlockStore store(EmbeddedNetworkBuilder description) {
    if (description.directory.isPresent()) {
      return new FileBlockStore(description.directory.get().resolve(EmbeddedNetworkBuilder.BLOCKS));
    }
    BlockStore store = new MemoryBlockStore();
    for (Bytes block : description.existing) {
      try {
        store.append(new StoredBlock(Block.parseFrom(block.asByteBuffer()), Map.of()));
      } catch (InvalidProtocolBufferException e) {
        throw new IllegalArgumentException("not a block", e);
      }
    }
    return store;
  }

  private static List<Endpoint> plainEndpoints(EmbeddedNetworkBuilder description) {
    List<Endpoint> endpoints = new ArrayList<>();
    for (int i = 0; i < description.organisationCount(); i++) {
      endpoints.add(Endpoint.plain(description.port(i)));
    }
    return endpoints;
  }

  private List<Endpoint> securedEndpoints(EmbeddedNetworkBuilder description) {
    List<Endpoint> endpoints = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      endpoints.add(
          Endpoint.secured(keys.get(i), description.port(i), description.transport, keys));
    }
    return endpoints;
  }

  private Block genesis(EmbeddedNetworkBuilder description, List<Endpoint> endpoints) {
    byte[] nonce = new byte[GenesisBlock.NONCE_LENGTH];
    random.nextBytes(nonce);
    try {
      return Block.parseFrom(
          GenesisBlock.of(
                  new NetworkDefinition(channelId, keys, endpoints, description).channel(),
                  clock.instant(),
                  Bytes.of(nonce))
              .asByteBuffer());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("a block just made can be read", e);
    }
  }

  private List<Consenter> consenters(List<Endpoint> endpoints) {
    List<Consenter> consenters = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      OrganisationKeys organisation = keys.get(i);
      consenters.add(
          new Consenter(
              i + 1, organisation.mspId(), endpoints.get(i).address(), organisation.orderer()));
    }
    return consenters;
  }

  private List<Organisation> organisations(List<Endpoint> endpoints, AccessControl access) {
    List<Organisation> all = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      OrganisationKeys organisation = keys.get(i);
      Peer peer =
          new Peer(
              organisation.mspId(),
              endpoints.get(i).address(),
              organisation.peer(),
              codeOf(organisation.mspId()),
              ledger,
              access,
              new LedgerQueries(ledger, access, organisation.mspId()));
      all.add(new Organisation(organisation, peer, endpoints.get(i)));
    }
    return List.copyOf(all);
  }

  private Map<String, Chaincode> codeOf(String mspId) {
    return chaincodes.computeIfAbsent(mspId, id -> new ConcurrentHashMap<>());
  }

  private void serve(EmbeddedNetworkBuilder description, AccessControl access) {
    NetworkView view =
        new NetworkView(
            ledger,
            ordering,
            organisations.stream().map(Organisation::peer).toList(),
            access,
            executor,
            description.endorsementTimeout,
            clock,
            mismatches::add);
    for (Organisation organisation : organisations) {
      Endpoint server = organisation.server();
      server.serve(new GatewayService(view, organisation.peer()));
      server.serve(new DeliverService(view, organisation.mspId(), organisation::show));
      server.serve(new EndorserService(organisation.peer()));
      server.serve(new BroadcastService(view));
    }
  }

  private static ThreadFactory threads() {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, "embedded-network-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
