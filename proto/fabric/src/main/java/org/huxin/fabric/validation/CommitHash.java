// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.validation;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.huxin.fabric.block.Sha256;
import org.huxin.fabric.state.StateEntry;
import org.huxin.fabric.state.StateUpdates;
import org.huxin.fabric.state.StateUpdates.CollectionName;
import org.huxin.fabric.state.Utf8Order;
import org.huxin.fabric.state.Version;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * The hash over a block's flags and updates and the hash before: what two honest peers have in
 * common. Updates are written as Fabric writes them: namespaces sorted, public keys before
 * collections, keys sorted, a name only where it is new.
 */
final class CommitHash {
  private static final int KV_WRITE = 1;
  private static final int NAMESPACE = 1;
  private static final int COLLECTION = 2;
  private static final int KEY = 3;
  private static final int IS_DELETE = 4;
  private static final int VALUE = 5;
  private static final int VERSION = 6;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CodedOutputStream output = CodedOutputStream.newInstance(bytes);
  private final StateUpdates updates;
  private String namespace = "";
  private String collection = "";

  private CommitHash(StateUpdates updates) {
    this.updates = updates;
  }

  static ByteString of(List<TxValidationCode> codes, StateUpdates updates, ByteString previous) {
    try {
      ByteArrayOutputStream flags = new ByteArrayOutputStream();
      CodedOutputStream head = CodedOutputStream.newInstance(flags);
      head.writeUInt32NoTag(codes.size());
      for (TxValidationCode code : codes) {
        head.write((byte) code.getNumber());
      }
      head.flush();
      CommitHash hash = new CommitHash(updates);
      hash.write();
      return Sha256.of(
          ByteString.copyFrom(flags.toByteArray()),
          ByteString.copyFrom(hash.bytes.toByteArray()),
          previous);
    } catch (IOException e) {
      throw new IllegalStateException("memory takes a block's updates", e);
    }
  }

  private void write() throws IOException {
    TreeSet<String> names = new TreeSet<>(Utf8Order.COMPARATOR);
    names.addAll(updates.values().keySet());
    updates.hashes().keySet().forEach(name -> names.add(name.namespace()));
    names.remove("");
    for (String name : names) {
      namespace = name;
      collection = "";
      for (var entry : updates.values().getOrDefault(name, Map.of()).entrySet()) {
        write(
            ByteString.copyFromUtf8(entry.getKey()),
            entry.getValue(),
            updates.version(name, entry.getKey()));
      }
      List<CollectionName> collections =
          updates.hashes().keySet().stream()
              .filter(c -> c.namespace().equals(name))
              .sorted(Comparator.comparing(CollectionName::collection, Utf8Order.COMPARATOR))
              .toList();
      for (CollectionName each : collections) {
        collection = each.collection();
        for (var entry : updates.hashes().getOrDefault(each, Map.of()).entrySet()) {
          write(entry.getKey(), entry.getValue(), updates.version(each, entry.getKey()));
        }
      }
    }
    output.flush();
  }

  private void write(ByteString key, Optional<StateEntry> entry, Version version)
      throws IOException {
    ByteArrayOutputStream one = new ByteArrayOutputStream();
    CodedOutputStream fields = CodedOutputStream.newInstance(one);
    if (!namespace.isEmpty()) {
      fields.writeString(NAMESPACE, namespace);
      namespace = "";
    }
    if (!collection.isEmpty()) {
      fields.writeString(COLLECTION, collection);
      collection = "";
    }
    fields.writeBytes(KEY, key);
    if (entry.isEmpty()) {
      fields.writeBool(IS_DELETE, true);
    } else {
      fields.writeBytes(VALUE, entry.get().value());
    }
    ByteString at = number(version.block()).concat(number(version.transaction()));
    fields.writeBytes(VERSION, at);
    fields.flush();
    output.writeBytes(KV_WRITE, ByteString.copyFrom(one.toByteArray()));
  }

  /**
   * Fabric's order-preserving form: the number of bytes, then the bytes, most significant first.
   */
  private static ByteString number(long value) {
    int length = (Long.SIZE - Long.numberOfLeadingZeros(value) + 7) / 8;
    byte[] encoded = new byte[1 + length];
    encoded[0] = (byte) length;
    for (int i = 0; i < length; i++) {
      encoded[1 + i] = (byte) (value >>> (8 * (length - 1 - i)));
    }
    return ByteString.copyFrom(encoded);
  }
}
