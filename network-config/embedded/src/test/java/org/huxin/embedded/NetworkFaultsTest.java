// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.huxin.embedded.junit.EmbeddedNetworkExtension;
import org.huxin.embedded.suite.GatewayClient;
import org.huxin.embedded.suite.RecordedChaincode;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NetworkFaultsTest {
  @RegisterExtension
  final EmbeddedNetworkExtension extension =
      EmbeddedNetworkExtension.of(
          network ->
              network
                  .organisations("OrdosMSP", "HohhotMSP", "BaotouMSP", "UlanqabMSP")
                  .endorsementTimeout(Duration.ofMillis(300))
                  .chaincode("licence", RecordedChaincode::new));

  private @Nullable GatewayClient connected;

  @BeforeEach
  void connect() {
    connected = new GatewayClient(network(), "OrdosMSP");
  }

  @AfterEach
  void disconnect() {
    client().close();
  }

  private EmbeddedNetwork network() {
    return extension.network();
  }

  private GatewayClient client() {
    return Objects.requireNonNull(connected);
  }

  private Contract contract() {
    return client().contract("licence");
  }

  @Test
  void committedAfterAllOnceAQuorumOfOrderersIsBack() throws Exception {
    network().faults().ordererDown("BaotouMSP");
    contract().submitTransaction("put", "three", "1");
    network().faults().ordererDown("UlanqabMSP");
    Transaction transaction =
        contract().newProposal("put").addArguments("two", "1").build().endorse();
    SubmitException failure = assertThrows(SubmitException.class, transaction::submitAsync);
    assertEquals(Status.Code.UNAVAILABLE, failure.getStatus().getCode());
    assertEquals(2, failure.getDetails().size());
    long height = network().height();
    network().faults().ordererWell("UlanqabMSP");
    assertEquals(
        TxValidationCode.VALID,
        client().gateway().newCommit(commitBytes(transaction)).getStatus().getCode());
    assertEquals(height + 1, network().height());
  }

  private byte[] commitBytes(Transaction transaction) {
    SerializedIdentity identity =
        SerializedIdentity.newBuilder()
            .setMspid("OrdosMSP")
            .setIdBytes(
                ByteString.copyFromUtf8(
                    network().organisation("OrdosMSP").client().certificatePem()))
            .build();
    return SignedCommitStatusRequest.newBuilder()
        .setRequest(
            CommitStatusRequest.newBuilder()
                .setChannelId(network().channelId())
                .setTransactionId(transaction.getTransactionId())
                .setIdentity(identity.toByteString())
                .build()
                .toByteString())
        .build()
        .toByteArray();
  }

  @Test
  void goesOnWithoutOneOrganisation() throws Exception {
    network().faults().organisationDown("HohhotMSP");
    contract().submitTransaction("put", "without", "1");
    try (GatewayClient hohhot = new GatewayClient(network(), "HohhotMSP")) {
      GatewayException failure =
          assertThrows(
              GatewayException.class,
              () -> hohhot.contract("licence").evaluateTransaction("get", "without"));
      assertEquals(Status.Code.UNAVAILABLE, failure.getStatus().getCode());
    }
    network().faults().organisationWell("HohhotMSP");
    try (GatewayClient hohhot = new GatewayClient(network(), "HohhotMSP")) {
      hohhot.contract("licence").submitTransaction("put", "without", "2");
    }
  }

  @Test
  void goesOnWithoutOnePeer() throws Exception {
    network().faults().peerDown("HohhotMSP");
    contract().submitTransaction("put", "a", "1");
    network().faults().peerDown("BaotouMSP");
    EndorseException failure =
        assertThrows(EndorseException.class, () -> contract().submitTransaction("put", "a", "2"));
    assertEquals(Status.Code.FAILED_PRECONDITION, failure.getStatus().getCode());
    network().faults().peerWell("BaotouMSP");
    contract().submitTransaction("put", "a", "3");
    assertEquals(
        "3", new String(contract().evaluateTransaction("get", "a"), StandardCharsets.UTF_8));
  }

  @Test
  void asksAnotherPeerInPlaceOfASlowOne() throws Exception {
    network().faults().slowPeer("HohhotMSP", Duration.ofSeconds(2));
    contract().submitTransaction("put", "slow", "1");
    network().faults().slowPeer("BaotouMSP", Duration.ofSeconds(2));
    EndorseException failure =
        assertThrows(
            EndorseException.class, () -> contract().submitTransaction("put", "slow", "2"));
    assertEquals(Status.Code.ABORTED, failure.getStatus().getCode());
    assertTrue(
        failure.getDetails().stream()
            .allMatch(d -> d.getMessage().contains("context deadline exceeded")));
  }

  @Test
  void invalidatesWhatAForgerEndorsed() throws Exception {
    network().faults().forgingPeer("OrdosMSP");
    CommitException failure =
        assertThrows(
            CommitException.class, () -> contract().submitTransaction("put", "forged", "1"));
    assertEquals(TxValidationCode.ENDORSEMENT_POLICY_FAILURE, failure.getCode());
  }

  @Test
  void invalidatesWhatWasEndorsedBeforeAnUpgrade() throws Exception {
    Transaction old = contract().newProposal("put").addArguments("up", "1").build().endorse();
    assertEquals(
        2,
        network()
            .deploy(ChaincodeDeployment.of("licence", RecordedChaincode::new).withVersion("2.0")));
    assertEquals(TxValidationCode.MVCC_READ_CONFLICT, old.submitAsync().getStatus().getCode());
    contract().submitTransaction("put", "up", "2");
  }

  @Test
  void deliversAnotherBlockWhereAPeerForks() throws Exception {
    contract().submitTransaction("put", "fork", "1");
    long number = network().height() - 1;
    network().faults().forkBlock("HohhotMSP", number);
    try (GatewayClient hohhot = new GatewayClient(network(), "HohhotMSP");
        CloseableIterator<Block> honest =
            client().network().newBlockEventsRequest().startBlock(number).build().getEvents();
        CloseableIterator<Block> forked =
            hohhot.network().newBlockEventsRequest().startBlock(number).build().getEvents()) {
      BlockHeader one = honest.next().getHeader();
      BlockHeader other = forked.next().getHeader();
      assertEquals(one.getNumber(), other.getNumber());
      assertEquals(one.getPreviousHash(), other.getPreviousHash());
      assertNotEquals(one.getDataHash(), other.getDataHash());
    }
  }
}
