// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.statemap;

import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;

/** Where the nodes of a state map are kept. */
@FunctionalInterface
public interface MapNodes {
  /** A node's bytes, as {@link StateMap.Update} gave them out; empty if it is not kept. */
  Optional<Bytes> node(MapNodeKey key);
}
