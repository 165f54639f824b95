// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replica;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/** A replica cannot be used. The evidence names what the store said, never what it holds. */
public final class ReplicaRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** A refusal with its evidence. */
  public ReplicaRefusedException(ReplicaRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  /** What a failure of RocksDB means. */
  static ReplicaRefusedException of(RocksDBException failure) {
    Status status = failure.getStatus();
    if (status == null) {
      return new ReplicaRefusedException(
          ReplicaRefusal.REPLICA_DISK_FAILED, Map.of("status", "none"));
    }
    ReplicaRefusedException refused =
        new ReplicaRefusedException(
            code(status),
            Map.of("status", status.getCode().name(), "sub", status.getSubCode().name()));
    refused.initCause(failure);
    return refused;
  }

  private static ReplicaRefusal code(Status status) {
    return switch (status.getSubCode()) {
      case NoSpace -> ReplicaRefusal.REPLICA_DISK_FULL;
      default ->
          switch (status.getCode()) {
            case Corruption, NotFound, Incomplete -> ReplicaRefusal.REPLICA_CORRUPT;
            case ShutdownInProgress, Aborted -> ReplicaRefusal.REPLICA_CLOSED;
            case InvalidArgument, NotSupported -> ReplicaRefusal.REPLICA_FORM;
            default -> ReplicaRefusal.REPLICA_DISK_FAILED;
          };
    };
  }

  @Override
  public ReplicaRefusal code() {
    return (ReplicaRefusal) super.code();
  }
}
