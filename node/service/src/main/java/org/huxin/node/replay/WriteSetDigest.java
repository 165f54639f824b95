// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replay;

import java.util.Map;
import java.util.SortedMap;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.digest.TupleHash;

/** One hash over what is written, so that evidence names no content. Stateless. */
final class WriteSetDigest {
  private static final String TAG = "huxin/write-set/1";

  private WriteSetDigest() {}

  /** The digest of keys and values (proto/spec/replica.md). */
  static Digest of(SortedMap<String, Bytes> writes) {
    TupleHash hash = TupleHash.begin(DigestAlgorithm.SHA_256, TAG);
    for (Map.Entry<String, Bytes> each : writes.entrySet()) {
      hash.add(Bytes.utf8(each.getKey())).add(each.getValue());
    }
    return hash.finish();
  }
}
