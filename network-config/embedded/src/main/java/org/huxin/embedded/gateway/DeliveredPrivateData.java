// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.gateway;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huxin.embedded.ledger.StoredBlock;
import org.huxin.fabric.lifecycle.CollectionRules;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/**
 * What of a block's private data a peer delivers: the collections that its organisation holds and
 * that the reader's organisation is a member of.
 *
 * @param network the definitions of the collections
 * @param mspId the peer's organisation
 */
record DeliveredPrivateData(NetworkView network, String mspId) {

  StoredBlock to(ByteString reader, StoredBlock block) {
    String readerMspId = mspIdOf(reader);
    Map<Integer, TxPvtReadWriteSet> delivered = new HashMap<>();
    block
        .privateWrites()
        .forEach(
            (index, writes) -> {
              TxPvtReadWriteSet seen = filter(writes, readerMspId);
              if (seen.getNsPvtRwsetCount() > 0) {
                delivered.put(index, seen);
              }
            });
    return new StoredBlock(block.block(), delivered);
  }

  private TxPvtReadWriteSet filter(TxPvtReadWriteSet writes, String readerMspId) {
    TxPvtReadWriteSet.Builder seen = TxPvtReadWriteSet.newBuilder();
    for (NsPvtReadWriteSet namespace : writes.getNsPvtRwsetList()) {
      List<CollectionPvtReadWriteSet> collections =
          namespace.getCollectionPvtRwsetList().stream()
              .filter(
                  collection ->
                      isMember(namespace.getNamespace(), collection.getCollectionName(), mspId)
                          && isMember(
                              namespace.getNamespace(),
                              collection.getCollectionName(),
                              readerMspId))
              .toList();
      if (!collections.isEmpty()) {
        seen.addNsPvtRwset(
            NsPvtReadWriteSet.newBuilder()
                .setNamespace(namespace.getNamespace())
                .addAllCollectionPvtRwset(collections));
      }
    }
    return seen.build();
  }

  private boolean isMember(String chaincode, String collection, String organisation) {
    return network
        .definition(mspId, chaincode)
        .flatMap(definition -> CollectionRules.find(definition, collection))
        .map(rules -> rules.members().contains(organisation))
        .orElse(false);
  }

  /** The reader may read the channel, so its identity is one. */
  private static String mspIdOf(ByteString identity) {
    try {
      return SerializedIdentity.parseFrom(identity).getMspid();
    } catch (InvalidProtocolBufferException e) {
      return "";
    }
  }
}
