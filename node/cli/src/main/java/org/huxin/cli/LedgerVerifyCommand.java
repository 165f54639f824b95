// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonInteger;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonValue;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.fabric.block.BlockRefusal;
import org.huxin.fabric.block.BlockRefusedException;
import org.huxin.fabric.block.LedgerBlock;
import org.huxin.fabric.validation.LedgerReplay;
import org.huxin.fabric.validation.ReplayedBlock;
import org.huxin.fabric.validation.ReplayedTransaction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code huxin ledger verify --genesis FILE|SHA256 BLOCKS…}: validates a chain again from its
 * genesis block and prints what it finds. Exit 0 if the chain is sound; 1 if not, naming block and
 * finding; 2 if it cannot be told, since blocks are missing at the start or are none, or the
 * channel asks for a capability that is not known here.
 */
@Command(
    name = "verify",
    description = "Validates blocks again from the genesis block. 从创世区块起重新验证账本。",
    mixinStandardHelpOptions = true)
final class LedgerVerifyCommand implements Callable<Integer> {
  private static final String SHA_256 = "[0-9a-fA-F]{64}";

  @Option(
      names = "--genesis",
      required = true,
      paramLabel = "FILE|SHA256",
      description = "the genesis block that is trusted, or the SHA-256 of its header in hex")
  private String genesis = "";

  @Parameters(
      arity = "1..*",
      paramLabel = "BLOCKS",
      description = "files of blocks, or folders of such files")
  private List<Path> paths = List.of();

  @Option(names = "--json", description = "one JSON object for scripts")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final List<JsonValue> blocks = new ArrayList<>();
  private Optional<LedgerReplay> replay = Optional.empty();

  @Override
  public Integer call() {
    Optional<LedgerBlock> trusted =
        genesis.matches(SHA_256) ? Optional.empty() : BlockFiles.first(Path.of(genesis));
    Bytes hash =
        trusted
            .map(LedgerBlock::headerHash)
            .orElseGet(() -> genesis.matches(SHA_256) ? Bytes.fromHex(genesis) : Bytes.empty());
    BlockFiles files = new BlockFiles(paths);
    boolean startsAtGenesis = files.firstNumber().filter(number -> number == 0).isPresent();
    if (hash.isEmpty() || files.firstNumber().isEmpty()) {
      throw new CommandFailedException(ExitCode.CANNOT_TELL, "there is no block");
    }
    if (!startsAtGenesis && trusted.isEmpty()) {
      throw new CommandFailedException(
          ExitCode.CANNOT_TELL,
          "the genesis block is missing, and its hash alone does not hold it");
    }
    return verify(files, startsAtGenesis ? Optional.empty() : trusted, hash);
  }

  private int verify(BlockFiles files, Optional<LedgerBlock> before, Bytes hash) {
    try {
      before.ifPresent(block -> accept(block, hash));
      files.forEach(block -> accept(block, hash));
    } catch (BlockRefusedException e) {
      if (e.code() == BlockRefusal.BLOCK_CAPABILITY) {
        throw new CommandFailedException(ExitCode.CANNOT_TELL, String.valueOf(e.getMessage()));
      }
      end(false);
      spec.commandLine().getErr().println("huxin: not sound: " + e.getMessage());
      return ExitCode.BAD;
    }
    end(true);
    return ExitCode.GOOD;
  }

  private void accept(LedgerBlock block, Bytes hash) {
    if (replay.isPresent()) {
      print(replay.get().next(block));
    } else {
      LedgerReplay begun = LedgerReplay.begin(block, hash);
      replay = Optional.of(begun);
      print(begun.genesis());
    }
  }

  private void print(ReplayedBlock block) {
    if (json) {
      blocks.add(object(block));
      return;
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "block %d header %s commit %s signers %s"
            .formatted(
                block.number(),
                block.headerHash().hex(),
                block.commitHash().map(Bytes::hex).orElse("-"),
                block.signers()));
    for (ReplayedTransaction transaction : block.transactions()) {
      out.println(
          "  %d %s %d %s"
              .formatted(
                  transaction.index(),
                  transaction.txId().isEmpty() ? "-" : transaction.txId(),
                  transaction.code(),
                  transaction.name()));
    }
  }

  private static JsonObject object(ReplayedBlock block) {
    JsonObject.Builder object =
        JsonObject.builder()
            .put("number", block.number())
            .put("headerHash", block.headerHash().hex())
            .put("commitHash", block.commitHash().map(Bytes::hex).orElse(""));
    object.put(
        "signers",
        new JsonArray(
            block.signers().stream().map(id -> (JsonValue) new JsonInteger(id)).toList()));
    return object
        .put(
            "transactions",
            new JsonArray(
                block.transactions().stream()
                    .map(LedgerVerifyCommand::object)
                    .map(JsonValue.class::cast)
                    .toList()))
        .build();
  }

  private static JsonObject object(ReplayedTransaction transaction) {
    return JsonObject.builder()
        .put("index", transaction.index())
        .put("txId", transaction.txId())
        .put("code", transaction.code())
        .put("name", transaction.name())
        .build();
  }

  private void end(boolean sound) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          CanonicalJson.text(
              JsonObject.builder()
                  .put("blocks", new JsonArray(blocks))
                  .put("sound", sound)
                  .build()));
      return;
    }
    replay.ifPresent(done -> out.println("state " + done.stateDigest()));
    out.println(sound ? "sound" : "not sound");
  }
}
