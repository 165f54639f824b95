// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonObject;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.fabric.ConfigChange;
import org.huxin.fabric.GoldenLedger;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Capabilities;
import org.hyperledger.fabric.protos.common.Capability;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgerVerifyCommandTest {
  private static final List<Block> BLOCKS = GoldenLedger.blocks("ordos").subList(0, 12);
  private static final String GENESIS_HASH =
      "35e43b6428d37287ad7df8b4813971698a7396fed108893b5e0a08c821b3b7ae";

  @TempDir private Path folder;
  private Path chain = Path.of("");
  private Path genesis = Path.of("");

  private record Run(int code, String out, String err) {}

  private static Run verify(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] all = new String[arguments.length + 2];
    all[0] = "ledger";
    all[1] = "verify";
    for (int i = 0; i < arguments.length; i++) {
      all[i + 2] = arguments[i].toString();
    }
    int code = Huxin.run(new PrintWriter(out), new PrintWriter(err), all);
    return new Run(code, out.toString(), err.toString());
  }

  private static void write(Path file, List<Block> blocks) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Block block : blocks) {
      block.writeDelimitedTo(bytes);
    }
    Files.write(file, bytes.toByteArray());
  }

  @BeforeEach
  void writeBlocks() throws IOException {
    chain = folder.resolve("chain.bin");
    genesis = folder.resolve("genesis.block");
    write(chain, BLOCKS);
    Files.write(genesis, BLOCKS.get(0).toByteArray());
  }

  @Test
  void saysThatARecordedChainIsSound() {
    Run byHash = verify("--genesis", GENESIS_HASH, chain);
    Run byFile = verify("--genesis", genesis, chain);

    assertEquals(ExitCode.GOOD, byHash.code(), byHash.err());
    assertEquals(byHash, byFile);
    assertTrue(byHash.out().startsWith("block 0 header " + GENESIS_HASH), byHash.out());
    assertTrue(byHash.out().contains(" signers [1, 3, 4]\n  0 "), byHash.out());
    assertTrue(byHash.out().contains("\nstate sha256:"), byHash.out());
    assertTrue(byHash.out().endsWith("\nsound\n"), byHash.out());
  }

  @Test
  void answersScriptsInOneObject() {
    String out = verify("--genesis", GENESIS_HASH, chain, "--json").out().strip();
    JsonObject object = (JsonObject) CanonicalJson.decode(Bytes.utf8(out), JsonLimits.FILE);

    assertEquals(out, CanonicalJson.text(object));
    assertTrue(
        out.startsWith("{\"blocks\":[{\"commitHash\":\"\",\"headerHash\":\"" + GENESIS_HASH), out);
    assertTrue(out.endsWith("],\"sound\":true}"), out);
    assertTrue(out.contains("\"code\":0,\"index\":0,\"name\":\"VALID\",\"txId\":\""), out);
  }

  @Test
  void readsAFolderOfFetchedBlocksAndAddsTheGenesisBlock() throws IOException {
    Path fetched = Files.createDirectory(folder.resolve("fetched"));
    for (int n = 1; n < BLOCKS.size(); n++) {
      Files.write(fetched.resolve("licence_" + n + ".block"), BLOCKS.get(n).toByteArray());
    }
    assertEquals(verify("--genesis", genesis, chain), verify("--genesis", genesis, fetched));
  }

  @Test
  void namesBlockAndFindingOfAChainThatIsNotSound() throws IOException {
    write(chain, List.of(BLOCKS.get(0), BLOCKS.get(1), BLOCKS.get(3)));
    Run run = verify("--genesis", GENESIS_HASH, chain, "--json");

    assertEquals(ExitCode.BAD, run.code());
    assertEquals("huxin: not sound: BLOCK_NUMBER {block=3, expected=2}", run.err().strip());
    assertTrue(run.out().strip().endsWith("],\"sound\":false}"), run.out());
  }

  @Test
  void refusesAnotherGenesisBlock() {
    Run run = verify("--genesis", GENESIS_HASH.replace('3', '4'), chain);
    assertEquals(ExitCode.BAD, run.code());
    assertTrue(run.err().contains("BLOCK_GENESIS"), run.err());
  }

  @Test
  void cannotTellWithoutTheGenesisBlockOrFromWhatIsNoBlock() throws IOException {
    write(chain, BLOCKS.subList(1, 3));
    assertEquals(ExitCode.CANNOT_TELL, verify("--genesis", GENESIS_HASH, chain).code());
    assertEquals(ExitCode.GOOD, verify("--genesis", genesis, chain).code());

    Files.writeString(chain, "no block");
    assertEquals(ExitCode.CANNOT_TELL, verify("--genesis", GENESIS_HASH, chain).code());
    Files.writeString(chain, "");
    assertEquals(ExitCode.CANNOT_TELL, verify("--genesis", GENESIS_HASH, chain).code());
  }

  @Test
  void namesAConfigurationThatTheOldOneDoesNotAllow() throws IOException {
    Block block =
        new ConfigChange(
                BLOCKS.get(0),
                channel ->
                    channel.toBuilder()
                        .putGroups(
                            "Application",
                            channel.getGroupsOrThrow("Application").toBuilder()
                                .removeGroups("UlanqabMSP")
                                .build())
                        .build())
            .signedBy()
            .block();
    write(chain, List.of(BLOCKS.get(0), block));
    Run run = verify("--genesis", GENESIS_HASH, chain);

    assertEquals(ExitCode.BAD, run.code());
    assertTrue(run.err().startsWith("huxin: not sound: CONFIG_UPDATE_SIGNATURES"), run.err());
    assertTrue(run.out().endsWith("\nnot sound\n"), run.out());
  }

  @Test
  void cannotTellWhatAnUnknownCapabilityMeans() throws IOException {
    Block block =
        new ConfigChange(
                BLOCKS.get(0),
                channel ->
                    channel.toBuilder()
                        .putValues(
                            "Capabilities",
                            channel.getValuesOrThrow("Capabilities").toBuilder()
                                .setValue(
                                    Capabilities.newBuilder()
                                        .putCapabilities("V3_0", Capability.getDefaultInstance())
                                        .putCapabilities("V9_0", Capability.getDefaultInstance())
                                        .build()
                                        .toByteString())
                                .build())
                        .build())
            .block();
    write(chain, List.of(BLOCKS.get(0), block));
    Run run = verify("--genesis", GENESIS_HASH, chain);

    assertEquals(ExitCode.CANNOT_TELL, run.code(), run.err());
    assertTrue(run.err().contains("V9_0"), run.err());
  }

  @Test
  void saysThatAFileDoesNotExist() {
    assertEquals(
        ExitCode.NO_INPUT, verify("--genesis", GENESIS_HASH, folder.resolve("none")).code());
    assertEquals(ExitCode.NO_INPUT, verify("--genesis", folder.resolve("none"), chain).code());
    assertEquals(ExitCode.USAGE, verify(chain).code());
  }
}
