// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.offline;

import java.util.Map;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.StatementId;
import org.huxin.core.jws.Jws;
import org.huxin.core.jws.JwsRefusedException;
import org.huxin.core.jws.NamedKey;
import org.huxin.core.licence.AnchorBatch;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.signed.StatementRefusedException;

/**
 * A batch that a trusted key is known to have signed. The signature is checked once; any number of
 * documents is then checked against it at the price of their hashes. Immutable.
 */
public final class TrustedBatch {
  private final StatementId id;
  private final AnchorBatch batch;

  private TrustedBatch(StatementId id, AnchorBatch batch) {
    this.id = id;
    this.batch = batch;
  }

  /**
   * Checks a batch's signature.
   *
   * @param jws the batch statement
   * @param ledger the ledger that it must be meant for
   * @param issuerKey the trusted key, under its name
   * @throws OfflineRefusedException if it is no batch of that ledger, of another issuer, or not
   *     signed by that key
   */
  public static TrustedBatch verify(Jws jws, LedgerId ledger, NamedKey issuerKey) {
    SignedStatement statement;
    try {
      statement = SignedStatement.read(jws, ledger);
    } catch (StatementRefusedException e) {
      throw OfflineRefusedException.because(OfflineRefusal.BATCH_REFUSED, e);
    }
    if (!(statement.statement() instanceof AnchorBatch batch)) {
      throw new OfflineRefusedException(
          OfflineRefusal.BATCH_REFUSED, Map.of("typ", jws.type().text()));
    }
    boolean issuers =
        issuerKey.id() instanceof KeyId.OfAuthority named
            && named.authority().equals(batch.issuer());
    if (!issuers) {
      throw OfflineRefusedException.of(OfflineRefusal.BATCH_OF_OTHER_ISSUER);
    }
    try {
      issuerKey.verify(jws);
    } catch (JwsRefusedException e) {
      throw OfflineRefusedException.because(OfflineRefusal.BATCH_NOT_SIGNED_BY_KEY, e);
    }
    return new TrustedBatch(statement.id(), batch);
  }

  /** The batch's name on the ledger. */
  public StatementId id() {
    return id;
  }

  /** What the issuer said. */
  public AnchorBatch batch() {
    return batch;
  }
}
