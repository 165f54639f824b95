// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.benchmark;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.huxin.core.statemap.MapNodeKey;
import org.huxin.core.statemap.StateMap;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.Signature;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The state map after a block of 1,000 writes, beside the 4,000 signatures of its transactions: a
 * carrier's and three endorsers' for each. A score is the time of the block. Nodes in memory.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class StateMapBenchmark {
  private static final int WRITES = 1_000;
  private static final int SIGNATURES = 4_000;
  private static final int STEP = 10_000;

  /** How many keys the map holds. */
  @Param({"10000", "1000000"})
  public int keys = STEP;

  private final Map<MapNodeKey, Bytes> nodes = new HashMap<>();
  private final SigningKey key = SigningKey.generate(SignatureSuite.P256, new SecureRandom());
  private final Bytes message = Bytes.of(new byte[1_024]);
  private final Signature signature = key.signer(new SecureRandom()).sign(message);
  private StateMap map = StateMap.empty(node -> Optional.empty());
  private Map<String, Optional<Bytes>> block = Map.of();

  /** Fills the map. */
  @Setup
  public void fill() {
    map = StateMap.empty(node -> Optional.ofNullable(nodes.get(node)));
    for (int from = 0; from < keys; from += STEP) {
      StateMap.Update update = map.update(from + 1L, writes(from, STEP, "old"));
      update.dropped().forEach(nodes::remove);
      nodes.putAll(update.written());
      map = StateMap.of(node -> Optional.ofNullable(nodes.get(node)), update.map().reference());
    }
    block = writes(keys - WRITES / 2, WRITES, "new");
  }

  private static Map<String, Optional<Bytes>> writes(int from, int count, String value) {
    Map<String, Optional<Bytes>> writes = new HashMap<>();
    for (int i = from; i < from + count; i++) {
      writes.put("\u0000status\u0000" + i + "\u0000", Optional.of(Bytes.utf8(value + i)));
    }
    return writes;
  }

  /** Half of the keys are new. */
  @Benchmark
  public StateMap.Update update() {
    return map.update(keys + 1L, block);
  }

  /** What the block costs anyway. */
  @Benchmark
  public int updateFloor() {
    int verified = 0;
    for (int i = 0; i < SIGNATURES; i++) {
      key.publicKey().verify(message, signature);
      verified++;
    }
    return verified;
  }
}
