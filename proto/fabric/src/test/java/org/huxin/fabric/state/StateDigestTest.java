// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;
import org.junit.jupiter.api.Test;

final class StateDigestTest {
  private static final Path PAGE =
      Path.of(System.getProperty("huxin.root", ""), "proto", "spec", "ledger-state.md");

  private static String example(String name) throws IOException {
    List<String> lines = Files.readAllLines(PAGE);
    return lines.get(lines.indexOf("```text " + name) + 1);
  }

  private static ByteString hex(String hex) {
    return ByteString.fromHex(hex);
  }

  private static TxReadWriteSet writes(NsReadWriteSet.Builder namespace) {
    return TxReadWriteSet.newBuilder().addNsRwset(namespace.setNamespace("licence")).build();
  }

  private static TxReadWriteSet publicWrite() {
    KVMetadataEntry policy =
        KVMetadataEntry.newBuilder().setName("VALIDATION_PARAMETER").setValue(hex("05")).build();
    return writes(
        NsReadWriteSet.newBuilder()
            .setRwset(
                KVRWSet.newBuilder()
                    .addWrites(KVWrite.newBuilder().setKey("a").setValue(hex("01")))
                    .addMetadataWrites(KVMetadataWrite.newBuilder().setKey("a").addEntries(policy))
                    .build()
                    .toByteString()));
  }

  private static TxReadWriteSet hashedWrite() {
    return writes(
        NsReadWriteSet.newBuilder()
            .addCollectionHashedRwset(
                CollectionHashedReadWriteSet.newBuilder()
                    .setCollectionName("collOH")
                    .setHashedRwset(
                        HashedRWSet.newBuilder()
                            .addHashedWrites(
                                KVWriteHash.newBuilder()
                                    .setKeyHash(hex("aa"))
                                    .setValueHash(hex("bb")))
                            .build()
                            .toByteString())));
  }

  @Test
  void isThatOfTheSpecification() throws IOException {
    MemoryState state = new MemoryState();
    assertEquals(example("empty"), StateDigest.of(state).value().hex());

    StateUpdates updates = new StateUpdates(state);
    updates.add(publicWrite(), new Version(7, 2));
    updates.add(hashedWrite(), new Version(7, 3));
    state.apply(updates);
    assertEquals(example("two-entries"), StateDigest.of(state).value().hex());
  }

  @Test
  void doesNotDependOnPrivateValues() throws IOException {
    MemoryState state = new MemoryState();
    state.setPrivate(
        "licence",
        "collOH",
        "a",
        Optional.of(new StateEntry(hex("01"), Map.of(), new Version(1, 0))));
    assertEquals(example("empty"), StateDigest.of(state).value().hex());
  }
}
