// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.administration;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.embedded.pki.OrganisationKeys;
import org.huxin.fabric.config.build.ConfigUpdateWriter;
import org.huxin.fabric.lifecycle.ChaincodeDefinition;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigSignature;
import org.hyperledger.fabric.protos.common.ConfigUpdateEnvelope;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.peer.ProposalResponse;

/**
 * What the administrators of all cities do together: agree on chaincode and on the channel's
 * configuration. Thread-safe.
 */
public final class ChannelAdministration implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(50);

  private final String channelId;
  private final List<CityAdministrator> administrators = new CopyOnWriteArrayList<>();
  private final List<OrdererClient> orderers = new CopyOnWriteArrayList<>();
  private final ExecutorService executor;
  private final Duration patience;

  /**
   * The administrators of a channel's cities.
   *
   * @param administrators at least one; closed with this
   * @param orderers keys and {@code host:port} of each city's orderer
   */
  public ChannelAdministration(
      String channelId,
      List<CityAdministrator> administrators,
      Map<OrganisationKeys, String> orderers) {
    this(channelId, administrators, orderers, PATIENCE);
  }

  ChannelAdministration(
      String channelId,
      List<CityAdministrator> administrators,
      Map<OrganisationKeys, String> orderers,
      Duration patience) {
    this.patience = patience;
    this.channelId = channelId;
    this.administrators.addAll(administrators);
    orderers.forEach((keys, endpoint) -> this.orderers.add(new OrdererClient(keys, endpoint)));
    this.executor =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "administration");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Does the same for every city at once; the results are in the order of the cities. */
  public <T> List<T> each(Function<CityAdministrator, T> action) {
    List<CompletableFuture<T>> results =
        administrators.stream()
            .map(one -> CompletableFuture.supplyAsync(() -> action.apply(one), executor))
            .toList();
    List<T> done = new ArrayList<>();
    for (CompletableFuture<T> result : results) {
      done.add(AsyncFailure.unwrapped(result));
    }
    return done;
  }

  /**
   * A city whose peer has joined the channel takes part from now on. Once this returns, its peer
   * has the configuration in force.
   *
   * @param administrator closed with this
   * @param ordererEndpoint {@code host:port}
   * @throws AdministrationRefusedException {@link AdministrationRefusal#NOT_SEEN} or {@link
   *     AdministrationRefusal#NOT_REACHED}
   */
  public void welcome(
      CityAdministrator administrator, OrganisationKeys keys, String ordererEndpoint) {
    long sequence = administrators.get(0).configurationSequence();
    seen(administrator, () -> hasConfiguration(administrator, sequence));
    administrators.add(administrator);
    orderers.add(new OrdererClient(keys, ordererEndpoint));
  }

  /** A peer that has not come to its own city's admission hears nobody of that city. */
  private static boolean hasConfiguration(CityAdministrator administrator, long sequence) {
    try {
      return administrator.configurationSequence() >= sequence;
    } catch (AdministrationRefusedException e) {
      return false;
    }
  }

  /** The block of the configuration in force, with which an orderer joins the channel. */
  public Bytes configurationBlock() {
    return administrators.get(0).configurationBlock();
  }

  /**
   * Lets one city approve a definition that is in force, so that its peer may endorse.
   *
   * @throws IllegalArgumentException if the city does not take part
   * @throws AdministrationRefusedException for each of its reasons
   */
  public void approve(String mspId, ChaincodeDefinition definition, Bytes chaincodePackage) {
    CityAdministrator city =
        administrators.stream()
            .filter(one -> one.mspId().equals(mspId))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no city has this MSP"));
    String packageId = city.install(chaincodePackage);
    city.awaitCommit(approve(city, definition, packageId));
    awaitEndorsers(definition.name());
  }

  private String approve(CityAdministrator city, ChaincodeDefinition definition, String packageId) {
    AdministratorProposal approval = city.approval(definition, packageId);
    order(approval.transaction(List.of(city.endorse(approval))));
    return approval.transactionId();
  }

  /** The sequence that the next definition of a chaincode has. */
  public long nextSequence(String chaincode) {
    return administrators.get(0).sequence(chaincode).orElse(0) + 1;
  }

  /**
   * Puts a definition into force: every city approves it, the first one commits it. Once this
   * returns, every peer has it, and knows that the others do.
   *
   * @param packageId of the package that each city has installed
   * @throws AdministrationRefusedException for each of its reasons
   */
  public void agree(ChaincodeDefinition definition, String packageId) {
    List<String> approvals = each(city -> approve(city, definition, packageId));
    each(city -> awaitAll(city, approvals));
    AdministratorProposal commit = administrators.get(0).commit(definition);
    List<ProposalResponse> endorsements = each(city -> city.endorse(commit));
    order(commit.transaction(endorsements));
    each(city -> awaitAll(city, List.of(commit.transactionId())));
    awaitEndorsers(definition.name());
  }

  /**
   * Waits until every peer knows that all the cities' peers run a chaincode: then its gateway finds
   * endorsers.
   *
   * @throws AdministrationRefusedException {@link AdministrationRefusal#NOT_SEEN} or {@link
   *     AdministrationRefusal#NOT_REACHED}
   */
  public void awaitEndorsers(String chaincode) {
    each(city -> seen(city, () -> city.seesChaincodeOf(administrators.size(), chaincode)));
  }

  /**
   * Changes the channel's configuration; every city's administrator signs. Once this returns, every
   * peer has it.
   *
   * @throws IllegalArgumentException if nothing changes
   * @throws AdministrationRefusedException for each of its reasons
   */
  public void configure(UnaryOperator<ConfigGroup> change) {
    CityAdministrator first = administrators.get(0);
    long before = first.configurationSequence();
    Bytes update = ConfigUpdateWriter.write(channelId, first.configuration(), change);
    ByteString bytes = ByteString.copyFrom(update.asByteBuffer());
    ConfigUpdateEnvelope.Builder signed = ConfigUpdateEnvelope.newBuilder().setConfigUpdate(bytes);
    for (CityAdministrator administrator : administrators) {
      ByteString header = administrator.signatory().signatureHeader().toByteString();
      signed.addSignatures(
          ConfigSignature.newBuilder()
              .setSignatureHeader(header)
              .setSignature(administrator.signatory().sign(header.concat(bytes))));
    }
    Envelope envelope =
        first
            .signatory()
            .envelope(HeaderType.CONFIG_UPDATE, channelId, signed.build().toByteString());
    // To one orderer: each would make a configuration of its own of it, and only one can come next.
    require(List.of(orderers.get(0).broadcast(envelope).join()), 1);
    each(city -> seen(city, () -> city.configurationSequence() > before));
  }

  /**
   * To all orderers, so that the leader is among them; f + 1 of them are more than can be
   * dishonest.
   */
  private void order(Envelope envelope) {
    List<OrdererClient.Answer> answers =
        orderers.stream().map(orderer -> orderer.broadcast(envelope)).toList().stream()
            .map(CompletableFuture::join)
            .toList();
    require(answers, (orderers.size() - 1) / 3 + 1);
  }

  private static void require(List<OrdererClient.Answer> answers, int needed) {
    if (answers.stream().filter(OrdererClient.Answer::taken).count() < needed) {
      throw new AdministrationRefusedException(
          AdministrationRefusal.ORDER_REFUSED,
          Map.of(
              "answers",
              answers.stream().map(OrdererClient.Answer::words).collect(Collectors.joining("; "))));
    }
  }

  private static boolean awaitAll(CityAdministrator city, List<String> transactionIds) {
    transactionIds.forEach(city::awaitCommit);
    return true;
  }

  private boolean seen(CityAdministrator city, BooleanSupplier condition) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AdministrationRefusedException(
            AdministrationRefusal.NOT_SEEN, Map.of("peer", city.mspId()));
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
    return true;
  }

  @Override
  public void close() {
    executor.shutdownNow();
    administrators.forEach(CityAdministrator::close);
    orderers.forEach(OrdererClient::close);
  }
}
