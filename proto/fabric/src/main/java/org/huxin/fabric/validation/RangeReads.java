// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.validation;

import com.google.protobuf.ByteString;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReads;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReadsMerkleSummary;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;

/**
 * What one range query read: the reads themselves, or, of more than {@value #MAX_DEGREE}, the
 * summary by a Merkle tree of that degree, which the validator recomputes.
 */
public final class RangeReads {
  /** Fabric's own constant ({@code maxDegreeQueryReadsHashing}). */
  private static final int MAX_DEGREE = 50;

  private static final int LEAF_LEVEL = 1;

  private final List<KVRead> pending = new ArrayList<>();
  private final TreeMap<Integer, List<ByteString>> levels = new TreeMap<>();
  private int maxLevel = LEAF_LEVEL;

  /** Adds what the query found next. */
  public void add(KVRead read) {
    pending.add(read);
    if (pending.size() > MAX_DEGREE) {
      summarise();
    }
  }

  /** Adds what was read to a description of the query. To be called once. */
  public void writeTo(RangeQueryInfo.Builder query) {
    if (levels.isEmpty()) {
      if (!pending.isEmpty()) {
        query.setRawReads(QueryReads.newBuilder().addAllKvReads(pending));
      }
      return;
    }
    if (!pending.isEmpty()) {
      summarise();
    }
    close();
    query.setReadsMerkleHashes(
        QueryReadsMerkleSummary.newBuilder()
            .setMaxDegree(MAX_DEGREE)
            .setMaxLevel(maxLevel)
            .addAllMaxLevelHashes(level(maxLevel)));
  }

  private void summarise() {
    ByteString reads = QueryReads.newBuilder().addAllKvReads(pending).build().toByteString();
    pending.clear();
    level(LEAF_LEVEL).add(hash(List.of(reads)));
    for (int at = LEAF_LEVEL; level(at).size() > MAX_DEGREE; at++) {
      ByteString combined = hash(level(at));
      levels.remove(at);
      level(at + 1).add(combined);
      maxLevel = Math.max(maxLevel, at + 1);
    }
  }

  private void close() {
    for (int at = LEAF_LEVEL; at < maxLevel; at++) {
      List<ByteString> hashes = level(at);
      if (!hashes.isEmpty()) {
        ByteString lifted = hashes.size() == 1 ? hashes.get(0) : hash(hashes);
        levels.remove(at);
        level(at + 1).add(lifted);
      }
    }
    if (level(maxLevel).size() > MAX_DEGREE) {
      ByteString combined = hash(level(maxLevel));
      levels.remove(maxLevel);
      maxLevel++;
      level(maxLevel).add(combined);
    }
  }

  private List<ByteString> level(int at) {
    return levels.computeIfAbsent(at, level -> new ArrayList<>());
  }

  private static ByteString hash(List<ByteString> parts) {
    MessageDigest digest = DigestAlgorithm.SHA_256.newMessageDigest();
    parts.forEach(part -> digest.update(part.asReadOnlyByteBuffer()));
    return ByteString.copyFrom(digest.digest());
  }
}
