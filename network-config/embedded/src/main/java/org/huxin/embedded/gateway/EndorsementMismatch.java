// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.gateway;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;

/**
 * Two organisations executed the same proposal and came to different results: the chaincode is not
 * deterministic.
 *
 * @param transactionId the transaction
 * @param first who endorsed first
 * @param other whose result differs
 * @param differences everything that differs
 */
public record EndorsementMismatch(
    String transactionId, String first, String other, List<Difference> differences) {

  /** Copies the list. */
  public EndorsementMismatch {
    differences = List.copyOf(differences);
  }

  /**
   * One thing that differs.
   *
   * @param namespace the chaincode; empty for response and event
   * @param key the key, or {@code response}, {@code event}
   * @param first what the first organisation has; empty for nothing
   * @param other what the other has; empty for nothing
   */
  public record Difference(String namespace, String key, String first, String other) {}

  static EndorsementMismatch between(String transactionId, PeerReply first, PeerReply other) {
    Map<String, Map<String, String>> left = describe(first);
    Map<String, Map<String, String>> right = describe(other);
    List<Difference> differences = new ArrayList<>();
    TreeSet<String> namespaces = new TreeSet<>(left.keySet());
    namespaces.addAll(right.keySet());
    for (String namespace : namespaces) {
      Map<String, String> l = left.getOrDefault(namespace, Map.of());
      Map<String, String> r = right.getOrDefault(namespace, Map.of());
      TreeSet<String> keys = new TreeSet<>(l.keySet());
      keys.addAll(r.keySet());
      for (String key : keys) {
        String a = l.getOrDefault(key, "");
        String b = r.getOrDefault(key, "");
        if (!a.equals(b)) {
          differences.add(new Difference(namespace, key, a, b));
        }
      }
    }
    return new EndorsementMismatch(
        transactionId, first.peer().mspId(), other.peer().mspId(), differences);
  }

  private static Map<String, Map<String, String>> describe(PeerReply reply) {
    Map<String, Map<String, String>> found = new TreeMap<>();
    try {
      ChaincodeAction action =
          ChaincodeAction.parseFrom(
              ProposalResponsePayload.parseFrom(
                      reply.endorsed().orElseThrow().response().getPayload())
                  .getExtension());
      Map<String, String> whole = found.computeIfAbsent("", n -> new TreeMap<>());
      whole.put("event", text(action.getEvents()));
      whole.put(
          "response",
          action.getResponse().getStatus() + " " + text(action.getResponse().getPayload()));
      for (NsReadWriteSet namespace :
          TxReadWriteSet.parseFrom(action.getResults()).getNsRwsetList()) {
        Map<String, String> keys =
            found.computeIfAbsent(namespace.getNamespace(), n -> new TreeMap<>());
        KVRWSet set = KVRWSet.parseFrom(namespace.getRwset());
        for (KVRead read : set.getReadsList()) {
          keys.put(
              read.getKey() + " (read)",
              read.getVersion().getBlockNum() + ":" + read.getVersion().getTxNum());
        }
        for (KVWrite write : set.getWritesList()) {
          keys.put(write.getKey(), write.getIsDelete() ? "(deleted)" : text(write.getValue()));
        }
        set.getMetadataWritesList()
            .forEach(write -> keys.put(write.getKey() + " (policy)", write.toString()));
        set.getRangeQueriesInfoList()
            .forEach(
                query ->
                    keys.put(
                        query.getStartKey() + ".." + query.getEndKey() + " (range)",
                        query.toString()));
        namespace
            .getCollectionHashedRwsetList()
            .forEach(
                collection ->
                    keys.put(
                        collection.getCollectionName() + " (collection)",
                        text(collection.getHashedRwset())));
      }
    } catch (InvalidProtocolBufferException e) {
      found.computeIfAbsent("", n -> new TreeMap<>()).put("response", "cannot be read");
    }
    return found;
  }

  /** The text if it is one, else hexadecimal digits. */
  private static String text(ByteString value) {
    return value.isValidUtf8()
        ? value.toStringUtf8()
        : HexFormat.of().formatHex(value.toByteArray());
  }
}
