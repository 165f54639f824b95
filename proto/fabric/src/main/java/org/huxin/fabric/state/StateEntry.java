// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.state;

import com.google.protobuf.ByteString;
import java.util.Map;

/**
 * A value in the state.
 *
 * @param value the value, or its hash where the key is hashed
 * @param metadata the key's metadata by name, such as its validation parameter; may be empty
 * @param version the transaction that last wrote value or metadata
 */
public record StateEntry(ByteString value, Map<String, ByteString> metadata, Version version) {

  /** Copies the map. */
  public StateEntry {
    metadata = Map.copyOf(metadata);
  }
}
