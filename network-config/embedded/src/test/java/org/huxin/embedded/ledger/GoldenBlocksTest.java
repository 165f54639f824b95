// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.huxin.fabric.GoldenLedger;
import org.huxin.fabric.access.ConfigurationInForce;
import org.huxin.fabric.validation.PeerJudge;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenBlocksTest {

  private static Ledger commit(List<Block> blocks) {
    Ledger ledger =
        new Ledger(
            "licence",
            new MemoryBlockStore(),
            new PeerJudge("licence", new ConfigurationInForce(blocks.get(0))));
    for (Block block : blocks) {
      ledger.commit(
          block.toBuilder()
              .setMetadata(
                  block.getMetadata().toBuilder()
                      .setMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE, ByteString.EMPTY)
                      .setMetadata(BlockMetadataIndex.COMMIT_HASH_VALUE, ByteString.EMPTY))
              .build());
    }
    return ledger;
  }

  @Test
  void findsTheRecordedCodeOfEveryTransaction() {
    List<Block> blocks = GoldenLedger.blocks("ordos");
    JsonArray expected = GoldenLedger.expected();
    List<String> wrong = new ArrayList<>();
    try (Ledger ledger = commit(blocks)) {
      for (int n = 0; n < blocks.size(); n++) {
        byte[] flags = ledger.block(n).block().getMetadata().getMetadata(2).toByteArray();
        for (JsonObject transaction :
            expected.getJsonObject(n).getJsonArray("transactions").getValuesAs(JsonObject.class)) {
          int code = flags[transaction.getInt("index")] & 0xff;
          if (code != transaction.getInt("code")) {
            wrong.add(n + ": " + code + " " + transaction);
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ordos", "baotou"})
  void addsTheMetadataThatThePeerAdded(String peer) {
    List<Block> blocks = GoldenLedger.blocks(peer);
    try (Ledger ledger = commit(blocks)) {
      for (Block block : blocks) {
        long number = block.getHeader().getNumber();
        assertEquals(block, ledger.block(number).block(), "block " + number);
      }
    }
  }
}
