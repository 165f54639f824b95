// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.administration;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.embedded.pki.OrganisationKeys;
import org.huxin.fabric.lifecycle.ChaincodeDefinition;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.discovery.AuthInfo;
import org.hyperledger.fabric.protos.discovery.DiscoveryGrpc;
import org.hyperledger.fabric.protos.discovery.PeerMembershipQuery;
import org.hyperledger.fabric.protos.discovery.Query;
import org.hyperledger.fabric.protos.discovery.QueryResult;
import org.hyperledger.fabric.protos.discovery.Request;
import org.hyperledger.fabric.protos.discovery.SignedRequest;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.peer.ChaincodeCall;
import org.hyperledger.fabric.protos.peer.ChaincodeInterest;
import org.hyperledger.fabric.protos.peer.EndorserGrpc;
import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.hyperledger.fabric.protos.peer.lifecycle.ApproveChaincodeDefinitionForMyOrgArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeSource;
import org.hyperledger.fabric.protos.peer.lifecycle.CommitChaincodeDefinitionArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.InstallChaincodeArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.InstallChaincodeResult;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryChaincodeDefinitionsArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryChaincodeDefinitionsResult;

/** An administrator of one city at its own peer. Thread-safe. */
public final class CityAdministrator implements AutoCloseable {
  private static final String LIFECYCLE = "_lifecycle";
  private static final String CONFIGURATION = "cscc";
  private static final int PATIENCE_SECONDS = 60;

  /** Fabric's peers answer like HTTP: below is success. */
  private static final int FIRST_FAILURE = 400;

  private final String channelId;
  private final String mspId;
  private final Signatory signatory;
  private final ManagedChannel peer;

  /** The administrator whose keys these are, at the peer of {@code host:port}. */
  public CityAdministrator(
      String channelId,
      OrganisationKeys keys,
      String peerEndpoint,
      Clock clock,
      SecureRandom random) {
    this.channelId = channelId;
    this.mspId = keys.mspId();
    this.signatory = new Signatory(mspId, keys.admin(), clock, random);
    this.peer = SecureChannel.open(keys, peerEndpoint);
  }

  /** The city's MSP id. */
  public String mspId() {
    return mspId;
  }

  Signatory signatory() {
    return signatory;
  }

  /**
   * Lets the peer join the channel of a genesis block.
   *
   * @throws AdministrationRefusedException {@link AdministrationRefusal#PROPOSAL_REFUSED} or {@link
   *     AdministrationRefusal#NOT_REACHED}
   */
  public void join(Bytes genesis) {
    ask("", CONFIGURATION, "JoinChain", ByteString.copyFrom(genesis.asByteBuffer()));
  }

  /**
   * Installs a chaincode package.
   *
   * @return its id
   * @throws AdministrationRefusedException {@link AdministrationRefusal#PROPOSAL_REFUSED} or {@link
   *     AdministrationRefusal#NOT_REACHED}
   */
  public String install(Bytes chaincodePackage) {
    InstallChaincodeArgs arguments =
        InstallChaincodeArgs.newBuilder()
            .setChaincodeInstallPackage(ByteString.copyFrom(chaincodePackage.asByteBuffer()))
            .build();
    return parsed(
            InstallChaincodeResult::parseFrom,
            ask("", LIFECYCLE, "InstallChaincode", arguments.toByteString()))
        .getPackageId();
  }

  /**
   * The sequence of the definition in force; empty if there is none of that name.
   *
   * @throws AdministrationRefusedException {@link AdministrationRefusal#PROPOSAL_REFUSED} or {@link
   *     AdministrationRefusal#NOT_REACHED}
   */
  public OptionalLong sequence(String chaincode) {
    ByteString answer =
        ask(
            channelId,
            LIFECYCLE,
            "QueryChaincodeDefinitions",
            QueryChaincodeDefinitionsArgs.getDefaultInstance().toByteString());
    return parsed(QueryChaincodeDefinitionsResult::parseFrom, answer)
        .getChaincodeDefinitionsList()
        .stream()
        .filter(definition -> definition.getName().equals(chaincode))
        .mapToLong(QueryChaincodeDefinitionsResult.ChaincodeDefinition::getSequence)
        .findFirst();
  }

  /**
   * The channel's configuration as the peer has it.
   *
   * @return the bytes of {@code common.Config}
   * @throws AdministrationRefusedException {@link AdministrationRefusal#PROPOSAL_REFUSED} or {@link
   *     AdministrationRefusal#NOT_REACHED}
   */
  public Bytes configuration() {
    return Bytes.of(
        ask(channelId, CONFIGURATION, "GetChannelConfig", ByteString.copyFromUtf8(channelId))
            .asReadOnlyByteBuffer());
  }

  /**
   * The block of the configuration in force, with which an orderer joins a channel that exists.
   *
   * @return the bytes of {@code common.Block}
   * @throws AdministrationRefusedException {@link AdministrationRefusal#PROPOSAL_REFUSED} or {@link
   *     AdministrationRefusal#NOT_REACHED}
   */
  public Bytes configurationBlock() {
    return Bytes.of(
        ask(channelId, CONFIGURATION, "GetConfigBlock", ByteString.copyFromUtf8(channelId))
            .asReadOnlyByteBuffer());
  }

  /** The number of changes of the configuration that the peer has. */
  long configurationSequence() {
    return parsed(Config::parseFrom, ByteString.copyFrom(configuration().asByteBuffer()))
        .getSequence();
  }

  /**
   * Whether this peer knows, of so many organisations, a peer that runs the chaincode; before that
   * its gateway finds nobody to endorse.
   *
   * @throws AdministrationRefusedException {@link AdministrationRefusal#NOT_REACHED}
   */
  public boolean seesChaincodeOf(int organisations, String chaincode) {
    Query query =
        Query.newBuilder()
            .setChannel(channelId)
            .setPeerQuery(
                PeerMembershipQuery.newBuilder()
                    .setFilter(
                        ChaincodeInterest.newBuilder()
                            .addChaincodes(ChaincodeCall.newBuilder().setName(chaincode))))
            .build();
    ByteString request =
        Request.newBuilder()
            .setAuthentication(AuthInfo.newBuilder().setClientIdentity(signatory.identity()))
            .addQueries(query)
            .build()
            .toByteString();
    QueryResult result =
        reached(
                () ->
                    DiscoveryGrpc.newBlockingStub(peer)
                        .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .discover(
                            SignedRequest.newBuilder()
                                .setPayload(request)
                                .setSignature(signatory.sign(request))
                                .build()))
            .getResults(0);
    return result.getMembers().getPeersByOrgMap().values().stream()
            .filter(peers -> peers.getPeersCount() > 0)
            .count()
        == organisations;
  }

  AdministratorProposal approval(ChaincodeDefinition definition, String packageId) {
    ApproveChaincodeDefinitionForMyOrgArgs.Builder arguments =
        ApproveChaincodeDefinitionForMyOrgArgs.newBuilder()
            .setSequence(definition.sequence())
            .setName(definition.name())
            .setVersion(definition.version())
            .setValidationParameter(definition.policy().toByteString())
            .setSource(
                ChaincodeSource.newBuilder()
                    .setLocalPackage(ChaincodeSource.Local.newBuilder().setPackageId(packageId)));
    if (definition.collections().getConfigCount() > 0) {
      arguments.setCollections(definition.collections());
    }
    return lifecycle("ApproveChaincodeDefinitionForMyOrg", arguments.build());
  }

  AdministratorProposal commit(ChaincodeDefinition definition) {
    CommitChaincodeDefinitionArgs.Builder arguments =
        CommitChaincodeDefinitionArgs.newBuilder()
            .setSequence(definition.sequence())
            .setName(definition.name())
            .setVersion(definition.version())
            .setValidationParameter(definition.policy().toByteString());
    if (definition.collections().getConfigCount() > 0) {
      arguments.setCollections(definition.collections());
    }
    return lifecycle("CommitChaincodeDefinition", arguments.build());
  }

  private AdministratorProposal lifecycle(String function, MessageLite arguments) {
    return signatory.propose(
        channelId, LIFECYCLE, List.of(ByteString.copyFromUtf8(function), arguments.toByteString()));
  }

  /** Asks this administrator's peer to endorse what some administrator proposes. */
  ProposalResponse endorse(AdministratorProposal proposal) {
    ProposalResponse response =
        reached(
            () ->
                EndorserGrpc.newBlockingStub(peer)
                    .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .processProposal(proposal.signed()));
    if (response.getResponse().getStatus() >= FIRST_FAILURE) {
      throw new AdministrationRefusedException(
          AdministrationRefusal.PROPOSAL_REFUSED,
          Map.of("peer", mspId, "answer", response.getResponse().getMessage()));
    }
    return response;
  }

  /** Waits until this administrator's peer has a transaction. */
  void awaitCommit(String transactionId) {
    ByteString request =
        CommitStatusRequest.newBuilder()
            .setTransactionId(transactionId)
            .setChannelId(channelId)
            .setIdentity(signatory.identity())
            .build()
            .toByteString();
    TxValidationCode code =
        reached(
                () ->
                    GatewayGrpc.newBlockingStub(peer)
                        .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .commitStatus(
                            SignedCommitStatusRequest.newBuilder()
                                .setRequest(request)
                                .setSignature(signatory.sign(request))
                                .build()))
            .getResult();
    if (code != TxValidationCode.VALID) {
      throw new AdministrationRefusedException(
          AdministrationRefusal.TRANSACTION_INVALID, Map.of("peer", mspId, "code", code.name()));
    }
  }

  private ByteString ask(String channel, String chaincode, String function, ByteString argument) {
    return endorse(
            signatory.propose(
                channel, chaincode, List.of(ByteString.copyFromUtf8(function), argument)))
        .getResponse()
        .getPayload();
  }

  private <T> T reached(Supplier<T> call) {
    try {
      return call.get();
    } catch (StatusRuntimeException e) {
      throw new AdministrationRefusedException(
          AdministrationRefusal.NOT_REACHED,
          Map.of("peer", mspId, "failure", e.getStatus().toString()));
    }
  }

  private static <T> T parsed(Parser<T> parser, ByteString bytes) {
    try {
      return parser.parse(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("a peer answers in Fabric's own form", e);
    }
  }

  @Override
  public void close() {
    peer.shutdownNow();
  }

  private interface Parser<T> {
    T parse(ByteString bytes) throws InvalidProtocolBufferException;
  }
}
