// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.receipt;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.holder.Fact;
import org.huxin.core.holder.FactRefusedException;
import org.huxin.core.holder.SignedFact;
import org.huxin.core.id.LedgerId;
import org.huxin.core.jws.Jws;
import org.huxin.core.jws.NamedKey;
import org.huxin.core.statement.FactKind;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.digest.Digest;

/**
 * A node says what it answered, and from which place of the ledger (proto/spec/receipt.md). Names
 * nobody: question and verdict are digests, which whoever asked can show.
 *
 * @param ledger for which ledger it is meant
 * @param iat when the node signed
 * @param kind what it proves
 * @param question SHA-256 of the question's canonical JSON
 * @param verdict the digest of the ledger's half of the verdict
 * @param block the number of the last block that the answer rests on
 * @param header SHA-256 of that block's header
 * @param usage where the use is recorded; empty for a preview
 */
public record Receipt(
    LedgerId ledger,
    Instant iat,
    ReceiptKind kind,
    Digest question,
    Digest verdict,
    long block,
    Digest header,
    Optional<UsagePosition> usage)
    implements Fact {
  /** Integers of the protocol have 53 bits. */
  static final long MAX_BLOCK = (1L << 53) - 1;

  private static final Field<Receipt, LedgerId> LEDGER =
      required("ledger", Terms.LEDGER_ID, Receipt::ledger);
  private static final Field<Receipt, Instant> IAT = required("iat", Codecs.SECONDS, Receipt::iat);
  private static final Field<Receipt, ReceiptKind> KIND =
      required("kind", Codecs.enumeration(ReceiptKind.class), Receipt::kind);
  private static final Field<Receipt, Digest> QUESTION =
      required("question", Codecs.DIGEST, Receipt::question);
  private static final Field<Receipt, Digest> VERDICT =
      required("verdict", Codecs.DIGEST, Receipt::verdict);
  private static final Field<Receipt, Long> BLOCK =
      required("block", Codecs.integer(0, MAX_BLOCK), Receipt::block);
  private static final Field<Receipt, Digest> HEADER =
      required("header", Codecs.DIGEST, Receipt::header);
  private static final Field<Receipt, Optional<UsagePosition>> USAGE =
      optional("usage", UsagePosition.CODEC, Receipt::usage);

  /** The JSON form. */
  public static final ObjectCodec<Receipt> CODEC =
      ObjectCodec.of(
          members ->
              new Receipt(
                  members.get(LEDGER),
                  members.get(IAT),
                  members.get(KIND),
                  members.get(QUESTION),
                  members.get(VERDICT),
                  members.get(BLOCK),
                  members.get(HEADER),
                  members.get(USAGE)),
          LEDGER,
          IAT,
          KIND,
          QUESTION,
          VERDICT,
          BLOCK,
          HEADER,
          USAGE);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if a preview names a use, a receipt of a use none, or a use in
   *     a block that the answer does not rest on
   */
  public Receipt {
    if ((kind == ReceiptKind.USED) != usage.isPresent()) {
      throw new IllegalArgumentException("a use is named by the receipt of a use alone");
    }
    if (usage.isPresent() && usage.get().block() > block) {
      throw new IllegalArgumentException("the use lies behind the answer's block");
    }
  }

  /**
   * Reads a receipt and checks its signature.
   *
   * @param node a key of the node that its {@code kid} names
   * @throws FactRefusedException if it is of another kind, malformed, meant for another ledger, or
   *     not signed by that key
   */
  public static Receipt verify(Jws jws, LedgerId ledger, NamedKey node) {
    return SignedFact.verify(jws, FactKind.RECEIPT, CODEC, ledger, node).fact();
  }
}
