// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.state;

import com.google.protobuf.ByteString;
import java.util.Map;
import java.util.Optional;

/**
 * What one transaction does to one key. Fabric adds up flags where others would set them: a write
 * set that names a key twice counts as a change of its metadata alone, and so it does here.
 */
final class KeyChange {
  private static final int VALUE = 1;
  private static final int METADATA = 2;
  private static final int NO_METADATA = 4;
  private static final int DELETE = 8;

  private int flags;
  private ByteString value = ByteString.EMPTY;
  private Map<String, ByteString> metadata = Map.of();

  void write(ByteString written) {
    flags += VALUE;
    value = written;
  }

  void delete() {
    flags += DELETE;
  }

  void writeMetadata(Map<String, ByteString> written) {
    flags += written.isEmpty() ? NO_METADATA : METADATA;
    metadata = written;
  }

  /** Whether there is anything to do to a key that has, or has not, a value. */
  boolean applies(Optional<StateEntry> old) {
    return isDelete() || isWrite() || old.isPresent();
  }

  /** What the key holds after; empty if it is deleted. */
  Optional<StateEntry> result(Optional<StateEntry> old, Version version) {
    if (isDelete()) {
      return Optional.empty();
    }
    if (!isWrite()) {
      return old.map(entry -> new StateEntry(entry.value(), metadata, version));
    }
    boolean keepsMetadata = flags == VALUE;
    return Optional.of(
        new StateEntry(
            value,
            keepsMetadata ? old.map(StateEntry::metadata).orElse(Map.of()) : metadata,
            version));
  }

  private boolean isDelete() {
    return (flags & DELETE) != 0;
  }

  private boolean isWrite() {
    return (flags & VALUE) != 0;
  }
}
