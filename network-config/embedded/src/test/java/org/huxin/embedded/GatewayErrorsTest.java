// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Status;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.embedded.junit.EmbeddedNetworkExtension;
import org.huxin.embedded.pki.Credential;
import org.huxin.embedded.pki.OrganisationKeys;
import org.huxin.embedded.pki.OrganisationKeysGenerator;
import org.huxin.embedded.pki.Role;
import org.huxin.embedded.pki.Validity;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.GatewayRuntimeException;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How Fabric's gateway fails, row by row, as an unmodified client sees it. */
class GatewayErrorsTest {
  @RegisterExtension
  static final EmbeddedNetworkExtension NETWORK =
      EmbeddedNetworkExtension.of(
          network ->
              network
                  .organisations("OrdosMSP", "HohhotMSP", "BaotouMSP", "UlanqabMSP")
                  .chaincode("licence", RecordedChaincode::new));

  private static GatewayClient client;
  private static GatewayClient foreigner;

  @BeforeAll
  static void connect() {
    client = new GatewayClient(NETWORK.network(), "OrdosMSP");
    OrganisationKeys unknown =
        OrganisationKeysGenerator.generate(
            "OrdosMSP", "ordos.example", 1, Instant.now(), new SecureRandom());
    foreigner = new GatewayClient(NETWORK.network(), "OrdosMSP", "OrdosMSP", unknown.client());
  }

  @AfterAll
  static void disconnect() {
    client.close();
    foreigner.close();
  }

  private static Contract contract() {
    return client.contract("licence");
  }

  private static void assertFails(
      GatewayException failure, Status.Code code, String message, String... details) {
    assertEquals(code, failure.getStatus().getCode());
    assertEquals(message, failure.getStatus().getDescription());
    assertEquals(
        List.of(details),
        failure.getDetails().stream().map(ErrorDetail::getMessage).collect(Collectors.toList()));
  }

  @Test
  void chaincodeErrorOnEndorse() {
    EndorseException failure =
        assertThrows(EndorseException.class, () -> contract().submitTransaction("fail"));
    assertFails(
        failure,
        Status.Code.ABORTED,
        "failed to endorse transaction, see attached details for more info",
        "chaincode response 500, LIC-0409|{\"m\":\"refused on purpose\"}");
    assertEquals("OrdosMSP", failure.getDetails().get(0).getMspId());
  }

  @Test
  void chaincodeErrorOnEvaluate() {
    String said = "chaincode response 500, LIC-0409|{\"m\":\"refused on purpose\"}";
    assertFails(
        assertThrows(GatewayException.class, () -> contract().evaluateTransaction("fail")),
        Status.Code.UNKNOWN,
        "evaluate call to endorser returned error: " + said,
        said);
  }

  @Test
  void differentResults() {
    int before = NETWORK.network().mismatches().size();
    EndorseException failure =
        assertThrows(EndorseException.class, () -> contract().submitTransaction("random", "rnd"));
    assertEquals(Status.Code.ABORTED, failure.getStatus().getCode());
    assertEquals(
        "failed to collect enough transaction endorsements, see attached details for more info",
        failure.getStatus().getDescription());
    assertTrue(
        failure.getDetails().stream()
            .allMatch(
                detail -> detail.getMessage().equals("ProposalResponsePayloads do not match")));
    var mismatch = NETWORK.network().mismatches().get(before);
    assertEquals("OrdosMSP", mismatch.first());
    assertEquals(
        List.of(":response", "licence:rnd"),
        mismatch.differences().stream()
            .map(difference -> difference.namespace() + ":" + difference.key())
            .collect(Collectors.toList()));
  }

  @Test
  void unknownChaincode() {
    Contract unknown = client.contract("nosuchcc");
    assertFails(
        assertThrows(GatewayException.class, () -> unknown.evaluateTransaction("get", "a")),
        Status.Code.FAILED_PRECONDITION,
        "no peers available to evaluate chaincode nosuchcc in channel licence");
    assertFails(
        assertThrows(EndorseException.class, () -> unknown.submitTransaction("put", "a", "1")),
        Status.Code.FAILED_PRECONDITION,
        "no combination of peers can be derived which satisfy the endorsement policy: No metadata was found for chaincode nosuchcc in channel licence");
  }

  @Test
  void unknownChannel() {
    Contract unknown = client.gateway().getNetwork("nosuchchannel").getContract("licence");
    assertFails(
        assertThrows(GatewayException.class, () -> unknown.evaluateTransaction("get", "a")),
        Status.Code.UNAVAILABLE,
        "failed to get config for channel [nosuchchannel]: could not get last config for channel nosuchchannel");
    assertEquals(
        Status.Code.FAILED_PRECONDITION,
        assertThrows(EndorseException.class, () -> unknown.submitTransaction("put", "a", "1"))
            .getStatus()
            .getCode());
  }

  @Test
  void unknownEndorsingOrganisation() {
    assertFails(
        assertThrows(
            EndorseException.class,
            () ->
                contract()
                    .newProposal("put")
                    .addArguments("a", "1")
                    .setEndorsingOrganizations("NowhereMSP")
                    .build()
                    .endorse()),
        Status.Code.UNAVAILABLE,
        "failed to find any endorsing peers for org(s): NowhereMSP");
  }

  @Test
  void foreignCertificate() {
    String said =
        "error validating proposal: access denied: channel [licence] creator org unknown, creator is malformed";
    assertFails(
        assertThrows(
            GatewayException.class,
            () -> foreigner.contract("licence").evaluateTransaction("noop")),
        Status.Code.FAILED_PRECONDITION,
        "evaluate call to endorser returned error: " + said,
        said);
    assertFails(
        assertThrows(
            EndorseException.class,
            () -> foreigner.contract("licence").submitTransaction("put", "a", "1")),
        Status.Code.ABORTED,
        "failed to endorse transaction, see attached details for more info",
        said);
  }

  @Test
  void signatureOfAnotherKey() {
    Credential own = NETWORK.network().organisation("OrdosMSP").client();
    Credential other = NETWORK.network().organisation("HohhotMSP").client();
    try (GatewayClient liar =
        new GatewayClient(
            NETWORK.network(),
            "OrdosMSP",
            "OrdosMSP",
            new Credential(own.certificate(), other.keyPair()))) {
      String said =
          "error validating proposal: access denied: channel [licence] creator org [OrdosMSP]";
      assertFails(
          assertThrows(
              GatewayException.class, () -> liar.contract("licence").evaluateTransaction("noop")),
          Status.Code.FAILED_PRECONDITION,
          "evaluate call to endorser returned error: " + said,
          said);
    }
  }

  @Test
  void expiredCertificate() {
    OrganisationKeys keys = NETWORK.network().organisation("OrdosMSP").keys();
    Instant past = Instant.now().minusSeconds(86_400 * 3);
    Credential expired =
        keys.intermediate()
            .identity(Role.CLIENT, "old", Validity.days(past, 1), new SecureRandom());
    try (GatewayClient late =
        new GatewayClient(NETWORK.network(), "OrdosMSP", "OrdosMSP", expired)) {
      assertFails(
          assertThrows(
              EndorseException.class,
              () -> late.contract("licence").submitTransaction("put", "a", "1")),
          Status.Code.ABORTED,
          "failed to endorse transaction, see attached details for more info",
          "proposal client identity expired");
    }
  }

  @Test
  void envelopeThatTheClientDidNotSign() throws Exception {
    Transaction transaction =
        contract().newProposal("put").addArguments("bad", "1").build().endorse();
    PreparedTransaction prepared = PreparedTransaction.parseFrom(transaction.getBytes());
    byte[] wrong =
        NETWORK
            .network()
            .organisation("HohhotMSP")
            .client()
            .keyPair()
            .sign(Bytes.of(prepared.getEnvelope().getPayload().asReadOnlyByteBuffer()))
            .toByteArray();
    Transaction signed = client.gateway().newSignedTransaction(transaction.getBytes(), wrong);
    SubmitException failure = assertThrows(SubmitException.class, signed::submitAsync);
    String said =
        "received unsuccessful response from orderer: status=FORBIDDEN, info=implicit policy evaluation failed - 0 sub-policies were satisfied, but this policy requires 1 of the 'Writers' sub-policies to be satisfied: permission denied";
    assertFails(
        failure,
        Status.Code.UNAVAILABLE,
        "insufficient number of orderers could successfully process transaction to satisfy quorum requirement",
        said,
        said);
  }

  @Test
  void committedEnvelopeAgain() throws Exception {
    Transaction transaction =
        contract().newProposal("put").addArguments("again", "1").build().endorse();
    SubmittedTransaction submitted = transaction.submitAsync();
    assertTrue(submitted.getStatus().isSuccessful());
    String said =
        "received unsuccessful response from orderer: status=SERVICE_UNAVAILABLE, info=failed to submit request: request already processed";
    assertFails(
        assertThrows(SubmitException.class, transaction::submitAsync),
        Status.Code.UNAVAILABLE,
        "insufficient number of orderers could successfully process transaction to satisfy quorum requirement",
        said,
        said);
  }

  @Test
  void eventsForNoReader() {
    GatewayRuntimeException failure =
        assertThrows(
            GatewayRuntimeException.class,
            () -> {
              try (CloseableIterator<?> events =
                  foreigner.network().getChaincodeEvents("licence")) {
                events.next();
              }
            });
    assertEquals(Status.Code.PERMISSION_DENIED, failure.getStatus().getCode());
    assertEquals(
        "Failed evaluating policy on signed data during check policy on channel [licence] with policy [/Channel/Application/Readers]: [implicit policy evaluation failed - 0 sub-policies were satisfied, but this policy requires 1 of the 'Readers' sub-policies to be satisfied]",
        failure.getStatus().getDescription());
  }

  @Test
  void blocksForNoReader() {
    try (CloseableIterator<Block> blocks = foreigner.network().getBlockEvents()) {
      NoSuchElementException failure = assertThrows(NoSuchElementException.class, blocks::next);
      assertEquals("Unexpected status response: FORBIDDEN", failure.getMessage());
    }
  }

  @Test
  void responseThatIsTooLarge() {
    GatewayException failure =
        assertThrows(
            GatewayException.class, () -> contract().evaluateTransaction("big", "5000000"));
    assertEquals(Status.Code.RESOURCE_EXHAUSTED, failure.getStatus().getCode());
  }

  @Test
  void exceptionInChaincode() {
    GatewayException failure =
        assertThrows(GatewayException.class, () -> contract().evaluateTransaction("status", "x"));
    assertEquals(Status.Code.ABORTED, failure.getStatus().getCode());
    assertTrue(
        failure
            .getDetails()
            .get(0)
            .getMessage()
            .startsWith(
                "error in simulation: transaction returned with failure: java.lang.NumberFormatException"));
  }

  @Test
  void tooManyArgumentsAreIgnored() throws Exception {
    contract().submitTransaction("put", "many", "1", "2", "3");
    assertEquals(
        "1", new String(contract().evaluateTransaction("get", "many"), StandardCharsets.UTF_8));
  }
}
