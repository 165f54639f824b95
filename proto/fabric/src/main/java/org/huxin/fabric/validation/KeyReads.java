// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.validation;

import java.util.Optional;
import org.huxin.fabric.state.Version;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;

/** Reads as a read set has them. Stateless. */
public final class KeyReads {
  private KeyReads() {}

  /** A read of a key; without a version where there was none. */
  public static KVRead of(String key, Optional<Version> version) {
    KVRead.Builder read = KVRead.newBuilder().setKey(key);
    version.ifPresent(v -> read.setVersion(version(v)));
    return read.build();
  }

  /** A version as a read set has it. */
  public static org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version version(
      Version version) {
    return org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version.newBuilder()
        .setBlockNum(version.block())
        .setTxNum(version.transaction())
        .build();
  }
}
