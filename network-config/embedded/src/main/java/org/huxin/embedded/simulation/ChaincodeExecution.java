// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.simulation;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.fabric.lifecycle.ChaincodeDefinition;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeStub;

/** Executes the chaincodes that one organisation runs. Thread-safe if the chaincodes are. */
public final class ChaincodeExecution {
  /** Clients take 8 KiB of metadata; a status holds the message of each peer, some twice. */
  private static final int LONGEST_TRACE = 700;

  private final String mspId;
  private final Map<String, Chaincode> chaincodes;

  /** Executes for an organisation; the map is live, chaincodes may be added to it. */
  public ChaincodeExecution(String mspId, Map<String, Chaincode> chaincodes) {
    this.mspId = mspId;
    this.chaincodes = chaincodes;
  }

  /**
   * What a chaincode answered.
   *
   * @param version the definition's version
   * @param response its response
   * @param event with the chaincode's name and the transaction's id, if it set one
   */
  public record Outcome(String version, Response response, Optional<ChaincodeEvent> event) {}

  /**
   * Executes the chaincode that an invocation names.
   *
   * @throws ChaincodeFailedException if there is no answer, with Fabric's words for why
   */
  public Outcome execute(Simulator simulator, Invocation invocation)
      throws ChaincodeFailedException {
    String name = invocation.chaincode();
    ChaincodeDefinition definition =
        simulator
            .definition(name)
            .orElseThrow(() -> new ChaincodeFailedException(notDefined(invocation, name)));
    LedgerStub stub =
        new LedgerStub(simulator, invocation, name, mspId, invocation.arguments(), this::callOther);
    Chaincode.Response answer = run(find(definition), stub, invocation);
    Optional<ChaincodeEvent> event =
        answer.getStatusCode() >= 400
            ? Optional.empty()
            : Optional.ofNullable(stub.getEvent())
                .map(
                    set ->
                        set.toBuilder()
                            .setChaincodeId(name)
                            .setTxId(invocation.transactionId())
                            .build());
    return new Outcome(definition.version(), response(answer), event);
  }

  private Chaincode.Response callOther(
      Simulator simulator, Invocation invocation, String name, List<ByteString> arguments) {
    Chaincode chaincode =
        simulator
            .definition(name)
            .map(definition -> chaincodes.get(definition.name()))
            .orElseThrow(() -> simulator.refused(SimulationRefusal.CHAINCODE_NOT_DEFINED));
    LedgerStub stub =
        new LedgerStub(simulator, invocation, name, mspId, arguments, this::callOther);
    return chaincode.invoke(stub);
  }

  private Chaincode find(ChaincodeDefinition definition) throws ChaincodeFailedException {
    Chaincode chaincode = chaincodes.get(definition.name());
    if (chaincode == null) {
      throw new ChaincodeFailedException(
          "error in simulation: failed to execute transaction: could not launch chaincode "
              + definition.name());
    }
    return chaincode;
  }

  private static Chaincode.Response run(
      Chaincode chaincode, ChaincodeStub stub, Invocation invocation)
      throws ChaincodeFailedException {
    try {
      return invocation.spec().getInput().getIsInit()
          ? chaincode.init(stub)
          : chaincode.invoke(stub);
    } catch (RuntimeException e) {
      throw new ChaincodeFailedException(
          "error in simulation: transaction returned with failure: " + trace(e));
    }
  }

  /**
   * The shim sends the stack trace of whatever chaincode throws. So does this, down to where the
   * chaincode was called, and no longer than what all peers together may put into a gRPC status.
   */
  private static String trace(RuntimeException thrown) {
    StringBuilder trace = new StringBuilder(thrown.toString());
    for (StackTraceElement frame : thrown.getStackTrace()) {
      if (frame.getClassName().equals(ChaincodeExecution.class.getName())
          || trace.length() > LONGEST_TRACE) {
        break;
      }
      trace.append("\n\tat ").append(frame);
    }
    return trace.substring(0, Math.min(trace.length(), LONGEST_TRACE));
  }

  private static String notDefined(Invocation invocation, String name) {
    return "make sure the chaincode %s has been successfully defined on channel %s and try again: chaincode %s not found"
        .formatted(name, invocation.channelId(), name);
  }

  private static Response response(Chaincode.Response answer) {
    Response.Builder response = Response.newBuilder().setStatus(answer.getStatusCode());
    if (answer.getMessage() != null) {
      response.setMessage(answer.getMessage());
    }
    if (answer.getPayload() != null) {
      response.setPayload(ByteString.copyFrom(answer.getPayload()));
    }
    return response.build();
  }
}
