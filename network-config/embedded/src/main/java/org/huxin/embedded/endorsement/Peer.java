// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.endorsement;

import com.google.protobuf.ByteString;
import java.util.Map;
import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.embedded.ledger.Ledger;
import org.huxin.embedded.pki.Credential;
import org.huxin.embedded.simulation.ChaincodeExecution;
import org.huxin.embedded.simulation.ChaincodeFailedException;
import org.huxin.embedded.simulation.Invocation;
import org.huxin.embedded.simulation.SimulationResults;
import org.huxin.embedded.simulation.Simulator;
import org.huxin.fabric.access.AccessControl;
import org.huxin.fabric.block.Sha256;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.hyperledger.fabric.shim.Chaincode;

/** The peer of one organisation: executes proposals and endorses the results. Thread-safe. */
public final class Peer {
  /** From here on a status is a failure without an endorsement. */
  private static final int ERROR_THRESHOLD = 400;

  /** From here on the response carries what was read and written, unsigned. */
  private static final int ERROR = 500;

  private static final String SYSTEM_VERSION = "syscc";

  private final String mspId;
  private final String address;
  private final Credential credential;
  private final ByteString identity;
  private final Map<String, Chaincode> chaincodes;
  private final Ledger ledger;
  private final ProposalCheck check;
  private final SystemChaincodes systemChaincodes;
  private final ChaincodeExecution execution;
  private volatile PeerFault fault = PeerFault.NONE;

  /**
   * A peer.
   *
   * @param address where clients reach it, {@code host:port}
   * @param chaincodes the organisation's own instances by name; may grow
   */
  public Peer(
      String mspId,
      String address,
      Credential credential,
      Map<String, Chaincode> chaincodes,
      Ledger ledger,
      AccessControl access,
      SystemChaincodes systemChaincodes) {
    this.mspId = mspId;
    this.address = address;
    this.credential = credential;
    this.chaincodes = chaincodes;
    this.ledger = ledger;
    this.check = new ProposalCheck(access, ledger);
    this.systemChaincodes = systemChaincodes;
    this.execution = new ChaincodeExecution(mspId, chaincodes);
    this.identity =
        SerializedIdentity.newBuilder()
            .setMspid(mspId)
            .setIdBytes(ByteString.copyFromUtf8(credential.certificatePem()))
            .build()
            .toByteString();
  }

  /** The organisation. */
  public String mspId() {
    return mspId;
  }

  /** Where clients reach it, {@code host:port}. */
  public String address() {
    return address;
  }

  /** The serialized identity with which it endorses. */
  public ByteString identity() {
    return identity;
  }

  /** Whether it runs a chaincode. */
  public boolean runs(String chaincode) {
    return chaincodes.containsKey(chaincode);
  }

  /** What is wrong with it at present. */
  public PeerFault fault() {
    return fault;
  }

  /** Makes it misbehave, or behave again. */
  public void setFault(PeerFault fault) {
    this.fault = fault;
  }

  /**
   * Executes a proposal and endorses the result.
   *
   * @throws ProposalRefusedException if the proposal is refused before it is executed
   */
  public Endorsed process(SignedProposal signed) throws ProposalRefusedException {
    Invocation invocation = check.unpack(signed);
    if (!invocation.channelId().equals(ledger.channelId())) {
      return failed("channel '%s' not found".formatted(invocation.channelId()));
    }
    Optional<Response> system = Optional.empty();
    boolean systemChaincode = SystemChaincodeNames.contains(invocation.chaincode());
    check.check(invocation, systemChaincode);
    if (systemChaincode) {
      system = systemChaincodes.answer(invocation);
    }
    if (system.isPresent()) {
      return endorse(invocation, SYSTEM_VERSION, system.get(), Optional.empty(), ByteString.EMPTY);
    }
    fault.pause();
    return ledger.read(
        mspId,
        state -> {
          Simulator simulator = new Simulator(state, invocation);
          try {
            ChaincodeExecution.Outcome outcome = execution.execute(simulator, invocation);
            SimulationResults results = simulator.results();
            return endorse(
                invocation,
                outcome.version(),
                outcome.response(),
                Optional.of(results),
                outcome.event().map(event -> event.toByteString()).orElse(ByteString.EMPTY));
          } catch (ChaincodeFailedException e) {
            return failed(String.valueOf(e.getMessage()));
          }
        });
  }

  private Endorsed endorse(
      Invocation invocation,
      String version,
      Response response,
      Optional<SimulationResults> results,
      ByteString event) {
    if (response.getStatus() >= ERROR_THRESHOLD && response.getStatus() < ERROR) {
      return new Endorsed(
          ProposalResponse.newBuilder().setResponse(response).build(), Optional.empty());
    }
    ChaincodeAction.Builder action =
        ChaincodeAction.newBuilder()
            .setEvents(event)
            .setResponse(response)
            .setChaincodeId(
                ChaincodeID.newBuilder().setName(invocation.chaincode()).setVersion(version));
    results.ifPresent(r -> action.setResults(r.readWriteSet().toByteString()));
    ByteString payload =
        ProposalResponsePayload.newBuilder()
            .setProposalHash(proposalHash(invocation))
            .setExtension(action.build().toByteString())
            .build()
            .toByteString();
    ProposalResponse.Builder endorsed =
        ProposalResponse.newBuilder().setResponse(response).setPayload(payload);
    if (response.getStatus() >= ERROR) {
      return new Endorsed(endorsed.build(), Optional.empty());
    }
    results
        .flatMap(SimulationResults::privateWrites)
        .ifPresent(writes -> ledger.transientStore().put(invocation.transactionId(), writes));
    endorsed.setVersion(1).setEndorsement(sign(payload));
    return new Endorsed(endorsed.build(), results);
  }

  private Endorsement sign(ByteString payload) {
    ByteString signed = fault.forge(payload).concat(identity);
    Bytes signature = credential.keyPair().sign(Bytes.of(signed.asReadOnlyByteBuffer()));
    return Endorsement.newBuilder()
        .setEndorser(identity)
        .setSignature(ByteString.copyFrom(signature.asByteBuffer()))
        .build();
  }

  private static ByteString proposalHash(Invocation invocation) {
    return Sha256.of(
        invocation.header().getChannelHeader(),
        invocation.header().getSignatureHeader(),
        ChaincodeProposalPayload.newBuilder()
            .setInput(invocation.payload().getInput())
            .build()
            .toByteString());
  }

  private static Endorsed failed(String message) {
    return new Endorsed(
        ProposalResponse.newBuilder()
            .setResponse(Response.newBuilder().setStatus(ERROR).setMessage(message))
            .build(),
        Optional.empty());
  }
}
