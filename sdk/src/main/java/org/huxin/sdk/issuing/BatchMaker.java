// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.issuing;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huxin.core.licence.AnchorBatch;
import org.huxin.core.licence.BatchSource;
import org.huxin.core.licence.InitialStatus;
import org.huxin.core.merkle.MerkleTree;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.signed.StatementHead;
import org.huxin.sdk.proofstore.PendingBatch;
import org.huxin.sdk.proofstore.SourceRows;
import org.huxin.sdk.proofstore.StoredLicence;

/** Makes a signed batch of prepared licences. Safe for all threads. */
final class BatchMaker {
  private final IssuerIdentity issuer;
  private final InstantSource clock;

  BatchMaker(IssuerIdentity issuer, InstantSource clock) {
    this.issuer = issuer;
    this.clock = clock;
  }

  /**
   * A batch.
   *
   * @param licences all of that kind, at least one
   * @throws org.huxin.crypto.signature.SigningFailedException if the key's holder does not sign
   */
  PendingBatch make(BatchKind kind, List<PreparedLicence> licences, Optional<SourceRows> source) {
    MerkleTree tree =
        MerkleTree.of(
            issuer.suite().digest(),
            licences.size(),
            licences.stream().map(each -> each.record().leafData()).iterator());
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    AnchorBatch batch =
        new AnchorBatch(
            issuer.authority(),
            kind.type(),
            kind.typeVersion(),
            kind.division(),
            issuer.suite(),
            tree.root(),
            tree.size(),
            kind.trustLevel(),
            kind.stock(),
            source.map(BatchMaker::source),
            licences.stream().flatMap(each -> each.supersedes().stream()).toList(),
            licences.stream().flatMap(each -> initial(each, now).stream()).toList());
    StatementHead head = StatementHead.of(issuer.ledger(), now);
    SignedStatement signed = SignedStatement.sign(issuer.signer(), issuer.keyId(), head, batch);
    List<StoredLicence> stored = new ArrayList<>();
    for (int i = 0; i < licences.size(); i++) {
      PreparedLicence licence = licences.get(i);
      stored.add(
          new StoredLicence(
              licence.record(), licence.nonce(), licence.disclosure(), tree.inclusionProof(i)));
    }
    return new PendingBatch(signed.jws(), source, stored);
  }

  private static Optional<InitialStatus> initial(PreparedLicence licence, Instant now) {
    return licence
        .initial()
        .map(
            state ->
                new InitialStatus(
                    licence.anchorKey(),
                    state.action(),
                    state.effectiveFrom().orElse(now),
                    state.basis()));
  }

  private static BatchSource source(SourceRows rows) {
    return new BatchSource(
        rows.source(), Math.toIntExact(rows.firstRow()), rows.rows(), rows.rejected());
  }
}
