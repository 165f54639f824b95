// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.simulation;

import com.google.protobuf.ByteString;
import org.huxin.fabric.state.KeyedEntry;
import org.hyperledger.fabric.shim.ledger.KeyValue;

/** A result of a query, as chaincode sees it. */
record StateKeyValue(String key, ByteString value) implements KeyValue {

  static KeyValue of(KeyedEntry entry) {
    return new StateKeyValue(entry.key(), entry.entry().value());
  }

  @Override
  public String getKey() {
    return key;
  }

  @Override
  public byte[] getValue() {
    return value.toByteArray();
  }

  @Override
  public String getStringValue() {
    return value.toStringUtf8();
  }
}
