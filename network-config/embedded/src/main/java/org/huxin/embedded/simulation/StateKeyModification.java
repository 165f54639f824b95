// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.simulation;

import java.time.Instant;
import org.huxin.fabric.state.KeyModificationRecord;
import org.hyperledger.fabric.shim.ledger.KeyModification;

/** A change of a key, as chaincode sees it. */
record StateKeyModification(KeyModificationRecord change) implements KeyModification {

  static KeyModification of(KeyModificationRecord change) {
    return new StateKeyModification(change);
  }

  @Override
  public String getTxId() {
    return change.transactionId();
  }

  @Override
  public byte[] getValue() {
    return change.value().toByteArray();
  }

  @Override
  public String getStringValue() {
    return change.value().toStringUtf8();
  }

  @Override
  public Instant getTimestamp() {
    return change.timestamp();
  }

  @Override
  public boolean isDeleted() {
    return change.deleted();
  }
}
