// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replay;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.huxin.contract.Contract;
import org.huxin.contract.Outcome;
import org.huxin.contract.TransactionContext;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.MspId;
import org.huxin.core.ledger.ReadOnceView;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.fabric.lifecycle.ChaincodeDefinition;
import org.huxin.fabric.lifecycle.ChaincodeDefinitions;
import org.huxin.fabric.state.CommittedState;
import org.huxin.fabric.state.StateUpdates;
import org.huxin.fabric.state.UpdatedState;
import org.huxin.fabric.state.Utf8Order;
import org.huxin.fabric.state.Version;
import org.huxin.fabric.validation.JudgedBlock;
import org.huxin.fabric.validation.ReplayedTransaction;
import org.huxin.node.block.EndorsedTransaction;
import org.huxin.node.finding.Finding;
import org.huxin.node.finding.FindingCode;
import org.huxin.node.finding.FoundWrongException;
import org.huxin.node.replica.AcceptedBlock;
import org.huxin.node.replica.ChainPin;
import org.huxin.node.replica.ReplicaRefusedException;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Runs the contract again for each valid transaction of a block, on the state as the transaction
 * found it: so many cities may have endorsed what they like, only what the rules give is accepted.
 * A transaction that writes nothing and announces nothing is passed over. Immutable; safe for all
 * threads.
 */
public final class ContractReplay implements BlockReplay {
  private final String chaincode;
  private final LedgerId ledger;
  private final RulesVersions rules;

  /** A replay of one ledger. */
  public ContractReplay(ChainPin pin, RulesVersions rules) {
    this.chaincode = pin.chaincode();
    this.ledger = pin.ledger();
    this.rules = rules;
  }

  /**
   * Replays a block.
   *
   * @throws FoundWrongException {@link FindingCode#CONTRACT_RULE_VIOLATED} or {@link
   *     FindingCode#RULES_NOT_KNOWN} for the first transaction that is not as it should be
   */
  @Override
  public void check(JudgedBlock block, CommittedState before) {
    StateUpdates updates = new StateUpdates(before);
    UpdatedState found = new UpdatedState(before, updates);
    for (ReplayedTransaction each : block.result().transactions()) {
      if (each.code() != TxValidationCode.VALID_VALUE) {
        continue;
      }
      Optional<EndorsedTransaction> read =
          EndorsedTransaction.read(block.block().block().getData().getData(each.index()));
      if (read.isPresent()) {
        EndorsedTransaction transaction = read.get();
        if (isOfTheContract(transaction)) {
          new Case(transaction, each.index(), found).check();
        }
        add(updates, transaction, new Version(block.result().number(), each.index()));
      }
    }
  }

  @Override
  public List<Finding> doubts(
      JudgedBlock block, CommittedState before, String source, Instant seenAt) {
    return CommitTimeBound.findings(
        AcceptedBlock.of(block, chaincode),
        new ReplicaLedgerView(before, chaincode),
        source,
        seenAt);
  }

  private boolean isOfTheContract(EndorsedTransaction transaction) {
    boolean announces =
        transaction.chaincode().equals(chaincode) && transaction.event().isPresent();
    return announces || transaction.writesTo(chaincode);
  }

  private static void add(StateUpdates updates, EndorsedTransaction transaction, Version version) {
    try {
      updates.add(transaction.results(), version);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("what was read once can be read again", e);
    }
  }

  /** One transaction, and the state that it found. */
  private final class Case {
    private final EndorsedTransaction transaction;
    private final int index;
    private final CommittedState state;

    Case(EndorsedTransaction transaction, int index, CommittedState state) {
      this.transaction = transaction;
      this.index = index;
      this.state = state;
    }

    void check() {
      if (!transaction.chaincode().equals(chaincode)) {
        throw violated("chaincode", Map.of("found", transaction.chaincode()));
      }
      requirePlainWrites();
      Outcome.Accepted outcome = outcome(contract());
      SortedMap<String, Bytes> expected = new TreeMap<>(Utf8Order.COMPARATOR);
      outcome.writes().forEach(write -> expected.put(write.key(), write.value()));
      SortedMap<String, Bytes> found = writes();
      if (!found.equals(expected)) {
        throw violated(
            "writes",
            Map.of(
                "expected", WriteSetDigest.of(expected).toString(),
                "found", WriteSetDigest.of(found).toString()));
      }
      requireSame(
          "result", outcome.result(), Bytes.of(transaction.response().asReadOnlyByteBuffer()));
      requireEvent(outcome);
    }

    /** The contract of the version that was in force. */
    private Contract contract() {
      String inForce =
          ChaincodeDefinitions.find(state, chaincode).map(ChaincodeDefinition::version).orElse("");
      if (!transaction.version().equals(inForce)) {
        throw violated("version", Map.of("expected", inForce, "found", transaction.version()));
      }
      return rules
          .find(inForce)
          .orElseThrow(
              () ->
                  new FoundWrongException(
                      FindingCode.RULES_NOT_KNOWN, evidence("version", Map.of("found", inForce))));
    }

    /** The contract writes values alone: no deletions, no policies of keys, nothing private. */
    private void requirePlainWrites() {
      for (NsReadWriteSet each : transaction.results().getNsRwsetList()) {
        boolean own = each.getNamespace().equals(chaincode);
        KVRWSet set = transaction.set(each.getNamespace()).orElseThrow();
        boolean plain =
            set.getMetadataWritesCount() == 0
                && !EndorsedTransaction.writesPrivately(each)
                && set.getWritesList().stream()
                    .noneMatch(write -> write.getIsDelete() || write.getValue().isEmpty());
        if (own ? !plain : set.getWritesCount() > 0 || !plain) {
          throw violated("namespace", Map.of("found", each.getNamespace()));
        }
      }
    }

    private SortedMap<String, Bytes> writes() {
      SortedMap<String, Bytes> writes = new TreeMap<>(Utf8Order.COMPARATOR);
      for (KVWrite each : transaction.set(chaincode).orElseThrow().getWritesList()) {
        if (writes.put(each.getKey(), Bytes.of(each.getValue().asReadOnlyByteBuffer())) != null) {
          throw violated("writes", Map.of("found", "a key twice"));
        }
      }
      return writes;
    }

    private Outcome.Accepted outcome(Contract contract) {
      if (transaction.arguments().isEmpty()) {
        throw violated("operation", Map.of());
      }
      String name = transaction.arguments().get(0);
      boolean writes = contract.table().find(name).filter(each -> !each.isQuery()).isPresent();
      if (!writes) {
        throw violated("operation", Map.of());
      }
      try {
        Outcome outcome =
            contract.execute(
                name,
                transaction.arguments().subList(1, transaction.arguments().size()),
                new ReadOnceView(new ReplicaLedgerView(state, chaincode)),
                context());
        return (Outcome.Accepted) outcome;
      } catch (LedgerRefusedException e) {
        throw violated("refusal", Map.of("operation", name, "refusal", e.code().name()));
      } catch (ReplicaRefusedException e) {
        throw e;
      } catch (RuntimeException | StackOverflowError e) {
        // An honest endorser would have failed as well, and endorsed nothing.
        throw violated("fault", Map.of("operation", name, "found", e.getClass().getSimpleName()));
      }
    }

    private TransactionContext context() {
      return new TransactionContext(
          Instant.ofEpochSecond(transaction.timestamp().getEpochSecond()),
          MspId.parse(transaction.carrier()),
          ledger);
    }

    private void requireEvent(Outcome.Accepted outcome) {
      boolean same =
          transaction
              .event()
              .map(
                  event ->
                      event.getEventName().equals(outcome.operation())
                          && outcome
                              .event()
                              .equals(
                                  Optional.of(Bytes.of(event.getPayload().asReadOnlyByteBuffer()))))
              .orElse(outcome.event().isEmpty());
      if (!same) {
        throw violated("event", Map.of("operation", outcome.operation()));
      }
    }

    private void requireSame(String part, Bytes expected, Bytes found) {
      if (!expected.equals(found)) {
        throw violated(part, Map.of());
      }
    }

    private FoundWrongException violated(String part, Map<String, String> more) {
      return new FoundWrongException(FindingCode.CONTRACT_RULE_VIOLATED, evidence(part, more));
    }

    private Map<String, String> evidence(String part, Map<String, String> more) {
      Map<String, String> evidence = new TreeMap<>(more);
      evidence.put("part", part);
      evidence.put("transaction", transaction.id());
      evidence.put("index", Integer.toString(index));
      return evidence;
    }
  }
}
