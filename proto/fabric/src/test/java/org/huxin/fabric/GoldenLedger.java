// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.hyperledger.fabric.protos.common.Block;

/** The recorded network (proto/vectors/fabric): its blocks and what a peer found in them. */
public final class GoldenLedger {
  /** Where the recordings lie. */
  public static final Path FOLDER =
      Path.of(System.getProperty("huxin.root", ""), "proto", "vectors", "fabric");

  private GoldenLedger() {}

  /** All blocks of a peer. */
  public static List<Block> blocks(String peer) {
    List<Block> blocks = new ArrayList<>();
    try (InputStream stream =
        new GZIPInputStream(Files.newInputStream(FOLDER.resolve("blocks-" + peer + ".bin.gz")))) {
      for (Block block = Block.parseDelimitedFrom(stream);
          block != null;
          block = Block.parseDelimitedFrom(stream)) {
        blocks.add(block);
      }
      return blocks;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What both peers recorded, block by block. */
  public static JsonArray expected() {
    try (JsonReader reader =
        Json.createReader(Files.newInputStream(FOLDER.resolve("expect.json")))) {
      return reader.readObject().getJsonArray("blocks");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
