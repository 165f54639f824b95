// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.verdict;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.huxin.core.authorization.Usage;
import org.huxin.core.holder.SignedFact;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.receipt.Receipt;
import org.huxin.core.receipt.ReceiptKind;
import org.huxin.core.receipt.UsagePosition;
import org.huxin.core.statement.FactKind;
import org.huxin.core.verification.Question;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.Signer;
import org.huxin.fabric.state.StateEntry;
import org.huxin.node.replay.ReplicaLedgerView;
import org.huxin.node.replica.Replica;
import org.huxin.node.replica.ReplicaView;

/** Signs what the node answered (proto/spec/receipt.md). Thread-safe if the signer is. */
public final class ReceiptWriter {
  private final Replica replica;
  private final Signer signer;
  private final KeyId key;
  private final InstantSource clock;

  /**
   * A writer.
   *
   * @param signer with the node's own key
   * @param key how the ledger names that key
   */
  public ReceiptWriter(Replica replica, Signer signer, KeyId key, InstantSource clock) {
    this.replica = replica;
    this.signer = signer;
    this.key = key;
    this.clock = clock;
  }

  /** A receipt of a verdict alone. */
  public SignedFact<Receipt> preview(Question question, VerdictService.Answered answered) {
    return sign(question, answered, answered.block(), Optional.empty());
  }

  /**
   * A receipt of a verdict and a use. The use names the digest of the whole verdict, of which the
   * node knows the ledger's half alone: whoever holds the whole can show that both belong together.
   *
   * @return empty if the replica holds no such use
   */
  public Optional<SignedFact<Receipt>> used(
      Question question, VerdictService.Answered answered, EntityKey<Usage> usage) {
    try (ReplicaView view = replica.view()) {
      String chaincode = replica.pin().chaincode();
      Optional<Usage> recorded = new ReplicaLedgerView(view.state(), chaincode).get(usage);
      Optional<StateEntry> stored = view.state().get(chaincode, usage.stored());
      if (recorded.isEmpty() || stored.isEmpty()) {
        return Optional.empty();
      }
      StatementId statement = recorded.get().history().last().statement();
      UsagePosition position =
          new UsagePosition(
              statement, stored.get().version().block(), stored.get().version().transaction());
      return Optional.of(sign(question, answered, view.number(), Optional.of(position)));
    }
  }

  private SignedFact<Receipt> sign(
      Question question,
      VerdictService.Answered answered,
      long block,
      Optional<UsagePosition> usage) {
    Receipt receipt =
        new Receipt(
            replica.pin().ledger(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            usage.isPresent() ? ReceiptKind.USED : ReceiptKind.PREVIEW,
            DigestAlgorithm.SHA_256.digest(Question.CODEC.toBytes(question)),
            answered.verdict().digest(),
            block,
            new Digest(DigestAlgorithm.SHA_256, replica.block(block).orElseThrow().headerHash()),
            usage);
    return SignedFact.sign(signer, key, FactKind.RECEIPT, Receipt.CODEC, receipt);
  }
}
