// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.state;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.util.TreeMap;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.digest.TupleHash;

/**
 * One hash over a state, so that two who validated the same chain can compare what they hold
 * (proto/spec/ledger-state.md). Stateless.
 */
public final class StateDigest {
  private static final String TAG = "huxin/ledger-state/1";

  private StateDigest() {}

  /** The digest of all public values and all hashes of private values; history is no part. */
  public static Digest of(WholeState state) {
    TupleHash hash = TupleHash.begin(DigestAlgorithm.SHA_256, TAG);
    state.visitValues((namespace, key, entry) -> add(hash, namespace, "", Bytes.utf8(key), entry));
    state.visitHashes(
        (name, keyHash, entry) ->
            add(hash, name.namespace(), name.collection(), bytes(keyHash), entry));
    return hash.finish();
  }

  private static void add(
      TupleHash hash, String namespace, String collection, Bytes key, StateEntry entry) {
    hash.add(Bytes.utf8(namespace)).add(Bytes.utf8(collection)).add(key).add(bytes(entry.value()));
    hash.add(number(entry.version().block())).add(number(entry.version().transaction()));
    hash.add(number(entry.metadata().size()));
    TreeMap<String, ByteString> metadata = new TreeMap<>(Utf8Order.COMPARATOR);
    metadata.putAll(entry.metadata());
    metadata.forEach((name, value) -> hash.add(Bytes.utf8(name)).add(bytes(value)));
  }

  private static Bytes bytes(ByteString value) {
    return Bytes.of(value.asReadOnlyByteBuffer());
  }

  private static Bytes number(long value) {
    return Bytes.of(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
  }
}
