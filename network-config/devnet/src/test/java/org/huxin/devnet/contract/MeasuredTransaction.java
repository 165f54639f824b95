// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Map;
import java.util.TreeMap;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.fabric.block.LedgerBlock;
import org.huxin.fabric.block.TransactionView;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;

/**
 * The bytes of a block that holds one transaction alone, header, metadata and all.
 *
 * @param block all bytes of the block
 * @param written of each key that the transaction wrote, the bytes of key and value
 */
record MeasuredTransaction(int block, Map<String, Integer> written) {

  static MeasuredTransaction of(Bytes block, String namespace)
      throws InvalidProtocolBufferException {
    Block read = LedgerBlock.read(block).block();
    if (read.getData().getDataCount() != 1) {
      throw new IllegalStateException("not the only transaction of its block");
    }
    Map<String, Integer> written = new TreeMap<>();
    TxReadWriteSet sets = TransactionView.of(read.getData().getData(0)).readWriteSet();
    for (NsReadWriteSet each : sets.getNsRwsetList()) {
      if (each.getNamespace().equals(namespace)) {
        for (KVWrite write : KVRWSet.parseFrom(each.getRwset()).getWritesList()) {
          written.put(write.getKey(), write.getKeyBytes().size() + write.getValue().size());
        }
      }
    }
    return new MeasuredTransaction(block.length(), written);
  }

  int state() {
    return written.values().stream().mapToInt(Integer::intValue).sum();
  }
}
