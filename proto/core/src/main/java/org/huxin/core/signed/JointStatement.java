// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.signed;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.jws.Jws;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.digest.TupleHash;

/**
 * A statement of governors together: one JWS of each over one payload, and at most one of each
 * governor. How many are enough, the ledger's rules say. Immutable.
 */
public final class JointStatement {
  /** More cities than share one ledger. */
  public static final int MAX_SIGNATURES = 64;

  private final List<Jws> signatures;
  private final StatementPayload payload;

  private JointStatement(List<Jws> signatures, StatementPayload payload) {
    this.signatures = signatures;
    this.payload = payload;
  }

  /**
   * Reads a joint statement.
   *
   * @param signatures in any order
   * @throws StatementRefusedException if they are not signatures of different authorities over one
   *     payload of one joint operation for that ledger
   */
  public static JointStatement read(List<Jws> signatures, LedgerId ledger) {
    if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
      throw StatementRefusedException.of(StatementRefusal.JOINT_NOT_ONE_STATEMENT);
    }
    Jws first = signatures.get(0);
    Set<Uscc> signers = new HashSet<>();
    for (Jws each : signatures) {
      if (!(each.keyId() instanceof KeyId.OfAuthority key)) {
        throw StatementRefusedException.of(StatementRefusal.STATEMENT_SIGNATORY);
      }
      boolean same = each.type().equals(first.type()) && each.payload().equals(first.payload());
      if (!same || !signers.add(key.authority())) {
        throw StatementRefusedException.of(StatementRefusal.JOINT_NOT_ONE_STATEMENT);
      }
    }
    Operation operation =
        Operation.ofType(first.type())
            .filter(found -> found.signatory() == Operation.Signatory.JOINT)
            .orElseThrow(
                () ->
                    new StatementRefusedException(
                        StatementRefusal.STATEMENT_TYPE, Map.of("typ", first.type().text())));
    return new JointStatement(
        List.copyOf(signatures), StatementPayload.read(operation, first.payload(), ledger));
  }

  /** The signatures; unmodifiable. */
  public List<Jws> signatures() {
    return signatures;
  }

  /** The name of the statement: H("huxin/joint/1", operation, payload), whoever signed it. */
  public StatementId id() {
    return new StatementId(
        TupleHash.begin(DigestAlgorithm.SHA_256, "huxin/joint/1")
            .add(payload.statement().operation().label())
            .add(CanonicalJson.encode(payload.toJson()))
            .finish());
  }

  /** What every statement says. */
  public StatementHead head() {
    return payload.head();
  }

  /** What this one says. */
  public Statement statement() {
    return payload.statement();
  }
}
