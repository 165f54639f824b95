// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.log;

import static org.huxin.core.codec.Field.required;

import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.digest.TupleHash;

/**
 * An entry of the log: a transaction that changed the ledger (proto/spec/log.md).
 *
 * @param block in which block it stands, from 0
 * @param transaction its place in the block, from 0
 * @param transactionId 64 lower-case hexadecimal digits
 * @param writes the digest of what it wrote
 */
public record LogLeaf(long block, int transaction, String transactionId, Digest writes) {
  /** More transactions than an orderer puts into a block. */
  private static final int MAX_TRANSACTION = 1_000_000;

  private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

  private static final Field<LogLeaf, Long> BLOCK =
      required("block", Codecs.integer(0, DerivedState.MAX_BLOCK), LogLeaf::block);
  private static final Field<LogLeaf, Integer> TRANSACTION =
      required("tx", Codecs.count(0, MAX_TRANSACTION), LogLeaf::transaction);
  private static final Field<LogLeaf, String> TRANSACTION_ID =
      required(
          "txId",
          Codecs.text("64 hexadecimal digits", 64, text -> text, text -> text),
          LogLeaf::transactionId);
  private static final Field<LogLeaf, Digest> WRITES =
      required("writesDigest", Codecs.DIGEST, LogLeaf::writes);

  /** The JSON form; its canonical bytes are the leaf's data. */
  public static final ObjectCodec<LogLeaf> CODEC =
      ObjectCodec.of(
          members ->
              new LogLeaf(
                  members.get(BLOCK),
                  members.get(TRANSACTION),
                  members.get(TRANSACTION_ID),
                  members.get(WRITES)),
          BLOCK,
          TRANSACTION,
          TRANSACTION_ID,
          WRITES);

  /**
   * An entry.
   *
   * @throws IllegalArgumentException if the id is none, or the digest is not of SHA-256
   */
  public LogLeaf {
    if (!ID.matcher(transactionId).matches() || writes.algorithm() != DigestAlgorithm.SHA_256) {
      throw new IllegalArgumentException("a transaction's id and a digest of SHA-256");
    }
  }

  /**
   * The digest of what a transaction wrote: H("huxin/writes/1", key, "put", value, …), for a key
   * that it removed key and "delete" alone, in the order of the keys.
   *
   * @param writes by stored key; empty for a key that is removed
   */
  public static Digest writesDigest(SortedMap<String, Optional<Bytes>> writes) {
    TupleHash hash = TupleHash.begin(DigestAlgorithm.SHA_256, "huxin/writes/1");
    writes.forEach(
        (key, value) -> {
          hash.add(Bytes.utf8(key));
          hash.add(value.isPresent() ? "put" : "delete");
          value.ifPresent(hash::add);
        });
    return hash.finish();
  }

  /** The leaf's data. */
  public Bytes data() {
    return CODEC.toBytes(this);
  }
}
