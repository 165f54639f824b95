// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.signed;

import java.util.Map;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.StatementId;
import org.huxin.core.jws.Jws;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.crypto.signature.Signer;

/**
 * A statement of one signatory, read and well formed. Whether the key of its {@code kid} signed it,
 * {@link Jws#verify} tells; whether that key may, the ledger's rules. Immutable.
 */
public final class SignedStatement {
  private final Jws jws;
  private final StatementPayload payload;

  private SignedStatement(Jws jws, StatementPayload payload) {
    this.jws = jws;
    this.payload = payload;
  }

  /**
   * Signs a statement.
   *
   * @throws StatementRefusedException if such a statement is not signed by such a key, or names a
   *     version where none belongs
   */
  public static SignedStatement sign(
      Signer signer, KeyId keyId, StatementHead head, Statement statement) {
    requireSignatory(statement.operation(), keyId);
    StatementPayload payload = new StatementPayload(head, statement);
    Jws jws = Jws.sign(signer, keyId, statement.operation().type(), payload.toJson());
    return new SignedStatement(jws, payload);
  }

  /**
   * Reads a statement.
   *
   * @param ledger the ledger that it must be meant for
   * @throws StatementRefusedException if the JWS is no statement of one signatory for that ledger
   */
  public static SignedStatement read(Jws jws, LedgerId ledger) {
    Operation operation =
        Operation.ofType(jws.type())
            .filter(found -> found.signatory() != Operation.Signatory.JOINT)
            .orElseThrow(
                () ->
                    new StatementRefusedException(
                        StatementRefusal.STATEMENT_TYPE, Map.of("typ", jws.type().text())));
    requireSignatory(operation, jws.keyId());
    return new SignedStatement(jws, StatementPayload.read(operation, jws.payload(), ledger));
  }

  private static void requireSignatory(Operation operation, KeyId keyId) {
    boolean holder = keyId instanceof KeyId.OfHolder;
    boolean allowed =
        switch (operation.signatory()) {
          case AUTHORITY -> !holder;
          case HOLDER -> true; // a consumer files disputes too, a provider revokes what it recorded
          case JOINT -> false;
        };
    if (!allowed) {
      throw StatementRefusedException.of(StatementRefusal.STATEMENT_SIGNATORY);
    }
  }

  /** The JWS. */
  public Jws jws() {
    return jws;
  }

  /** The name of the statement. */
  public StatementId id() {
    return jws.statementId();
  }

  /** What every statement says. */
  public StatementHead head() {
    return payload.head();
  }

  /** What this one says. */
  public Statement statement() {
    return payload.statement();
  }

  @Override
  public String toString() {
    return jws.toString();
  }
}
