// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.state;

import com.google.protobuf.ByteString;
import org.huxin.fabric.state.StateUpdates.CollectionName;

/** A state of which every entry can be visited. */
public interface WholeState extends CommittedState {

  /** Takes public values one by one. */
  interface ValueVisitor {
    /** Takes a value. */
    void visit(String namespace, String key, StateEntry entry);
  }

  /** Takes hashes of private values one by one. */
  interface HashVisitor {
    /** Takes a hash. */
    void visit(CollectionName collection, ByteString keyHash, StateEntry entry);
  }

  /** Visits all public values in the order of namespace and key, by their UTF-8 bytes. */
  void visitValues(ValueVisitor visitor);

  /** Visits all hashes of private values in the order of namespace, collection and key hash. */
  void visitHashes(HashVisitor visitor);
}
