// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.holder;

import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.SealKey;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.digest.Digest;

/**
 * A seal's owner says that it is its own. Signed by the owner.
 *
 * @param ledger for which ledger it is meant
 * @param iat when its signer signed
 * @param seal the seal
 * @param structure digest of its whole structure
 */
public record SealOwnership(LedgerId ledger, Instant iat, SealKey seal, Digest structure)
    implements Fact {
  private static final Field<SealOwnership, LedgerId> LEDGER =
      required("ledger", Terms.LEDGER_ID, SealOwnership::ledger);
  private static final Field<SealOwnership, Instant> IAT =
      required("iat", Codecs.SECONDS, SealOwnership::iat);
  private static final Field<SealOwnership, SealKey> SEAL =
      required("seal", Terms.SEAL_KEY, SealOwnership::seal);
  private static final Field<SealOwnership, Digest> STRUCTURE =
      required("structure", Codecs.DIGEST, SealOwnership::structure);

  /** The JSON form. */
  public static final ObjectCodec<SealOwnership> CODEC =
      ObjectCodec.of(
          members ->
              new SealOwnership(
                  members.get(LEDGER), members.get(IAT), members.get(SEAL), members.get(STRUCTURE)),
          LEDGER,
          IAT,
          SEAL,
          STRUCTURE);
}
