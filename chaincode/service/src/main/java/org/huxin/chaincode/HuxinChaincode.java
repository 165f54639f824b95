// SPDX-License-Identifier: Apache-2.0
package org.huxin.chaincode;

import com.google.protobuf.InvalidProtocolBufferException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.huxin.contract.Contract;
import org.huxin.contract.LedgerOperation;
import org.huxin.contract.Outcome;
import org.huxin.contract.TransactionContext;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.MspId;
import org.huxin.core.ledger.LedgerView;
import org.huxin.core.ledger.ReadOnceView;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.crypto.bytes.Bytes;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeStub;

/**
 * The contract as Fabric chaincode (proto/spec/ledger-state.md, Events and results): a call's
 * arguments in, writes, one event and the result out; a refusal becomes an error's message. Nothing
 * of a call is logged. Immutable and safe for all threads, in process or behind a service.
 */
public final class HuxinChaincode implements Chaincode {
  /** An error; of Fabric's own numbers the one that says no more. */
  private static final int ERROR = 500;

  private static final int SUCCESS = 200;

  private static final Logger LOG = System.getLogger(HuxinChaincode.class.getName());

  private final Contract contract;
  private final LedgerId ledger;
  private final CommitTimeCheck commitTime;
  private final Bytes metadata;

  /**
   * The chaincode of one ledger.
   *
   * @param ledger the id of the ledger that it serves: statements for another are refused
   * @param clock the endorser's, which bounds the time of transactions and has no other part
   */
  public HuxinChaincode(Contract contract, LedgerId ledger, InstantSource clock) {
    this.contract = contract;
    this.ledger = ledger;
    this.commitTime = new CommitTimeCheck(clock);
    this.metadata = ContractMetadata.of(contract.table());
  }

  /** Nothing is to be done: the ledger begins with {@code Found}. */
  @Override
  public Response init(ChaincodeStub stub) {
    return new Response(SUCCESS, "", new byte[0]);
  }

  @Override
  public Response invoke(ChaincodeStub stub) {
    try {
      return new Response(SUCCESS, "", call(stub).toByteArray());
    } catch (LedgerRefusedException e) {
      return new Response(ERROR, e.message(), new byte[0]);
    } catch (RuntimeException | StackOverflowError e) {
      // A fault of the ledger or of this program. Its message could repeat what somebody sent.
      LOG.log(Level.ERROR, "transaction {0} failed: {1}", stub.getTxId(), place(e));
      return new Response(ERROR, "FAULT " + e.getClass().getSimpleName(), new byte[0]);
    }
  }

  private Bytes call(ChaincodeStub stub) {
    String name = stub.getFunction();
    if (name == null) {
      throw LedgerRefusedException.of(LedgerRefusal.OPERATION_UNKNOWN);
    }
    if (name.equals(ContractMetadata.FUNCTION)) {
      return metadata;
    }
    boolean query = contract.table().find(name).filter(LedgerOperation::isQuery).isPresent();
    LedgerView view = new ReadOnceView(new StubLedgerView(stub, query));
    TransactionContext context = context(stub);
    if (!query && contract.table().find(name).isPresent()) {
      commitTime.require(context.committedAt(), view);
    }
    Outcome outcome = contract.execute(name, arguments(stub), view, context);
    if (outcome instanceof Outcome.Accepted accepted) {
      accepted.writes().forEach(write -> stub.putState(write.key(), write.value().toByteArray()));
      accepted.event().ifPresent(event -> stub.setEvent(accepted.operation(), event.toByteArray()));
    }
    return outcome.result();
  }

  private static List<String> arguments(ChaincodeStub stub) {
    return List.copyOf(stub.getParameters());
  }

  private TransactionContext context(ChaincodeStub stub) {
    Instant committedAt = Instant.ofEpochSecond(stub.getTxTimestamp().getEpochSecond());
    return new TransactionContext(committedAt, carrier(stub), ledger);
  }

  /** The organisation of the client that signed the proposal, as the peer has checked it. */
  private static MspId carrier(ChaincodeStub stub) {
    try {
      return MspId.parse(SerializedIdentity.parseFrom(stub.getCreator()).getMspid());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("the peer passed no identity", e);
    }
  }

  /** What failed and where, without any message. */
  private static String place(Throwable failure) {
    StringBuilder text = new StringBuilder(failure.getClass().getName());
    for (StackTraceElement frame : failure.getStackTrace()) {
      text.append(" at ").append(frame);
      if (frame.getClassName().equals(HuxinChaincode.class.getName())) {
        break;
      }
    }
    return text.toString();
  }
}
