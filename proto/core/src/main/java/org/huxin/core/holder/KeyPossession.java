// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.holder;

import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.Uscc;
import org.huxin.core.statement.Terms;

/**
 * An authority's key proves that its owner has it. Signed by the key itself.
 *
 * @param ledger for which ledger it is meant
 * @param iat when its signer signed
 * @param authority whose it is
 * @param number which of its keys
 */
public record KeyPossession(LedgerId ledger, Instant iat, Uscc authority, int number)
    implements Fact {
  private static final Field<KeyPossession, LedgerId> LEDGER =
      required("ledger", Terms.LEDGER_ID, KeyPossession::ledger);
  private static final Field<KeyPossession, Instant> IAT =
      required("iat", Codecs.SECONDS, KeyPossession::iat);
  private static final Field<KeyPossession, Uscc> AUTHORITY =
      required("authority", Terms.USCC, KeyPossession::authority);
  private static final Field<KeyPossession, Integer> NUMBER =
      required("number", Codecs.count(1, 99_999), KeyPossession::number);

  /** The JSON form. */
  public static final ObjectCodec<KeyPossession> CODEC =
      ObjectCodec.of(
          members ->
              new KeyPossession(
                  members.get(LEDGER),
                  members.get(IAT),
                  members.get(AUTHORITY),
                  members.get(NUMBER)),
          LEDGER,
          IAT,
          AUTHORITY,
          NUMBER);
}
