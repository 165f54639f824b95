// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.statemap;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.jspecify.annotations.Nullable;

/**
 * The map as of one update (proto/spec/state-map.md). Immutable; reads only the nodes that it
 * needs. Safe for all threads if what keeps the nodes is.
 */
public final class StateMap {
  private final MapNodes nodes;
  private final MapSlot root;

  private StateMap(MapNodes nodes, MapSlot root) {
    this.nodes = nodes;
    this.root = root;
  }

  /** The map without any key. */
  public static StateMap empty(MapNodes nodes) {
    return new StateMap(nodes, MapSlot.EMPTY);
  }

  /**
   * The map of an update, whose nodes are kept.
   *
   * @param reference what {@link #reference} gave
   * @throws MapRefusedException if it is no reference
   */
  public static StateMap of(MapNodes nodes, Bytes reference) {
    ByteBuffer in = reference.asByteBuffer();
    MapSlot root = MapSlot.read(in, new MapHasher());
    if (in.hasRemaining()) {
      throw MapRefusedException.of(MapRefusal.MAP_NODE_MALFORMED);
    }
    return new StateMap(nodes, root);
  }

  /** What finds the map again among the kept nodes: 73 bytes at most. */
  public Bytes reference() {
    ByteBuffer out = ByteBuffer.allocate(root.size());
    root.write(out);
    return Bytes.of(out.flip());
  }

  /** The root; 32 zero bytes for the map without any key. */
  public Digest root() {
    return new Digest(DigestAlgorithm.SHA_256, Bytes.of(root.hash()));
  }

  /**
   * What an update makes.
   *
   * @param map the map after it, which reads the nodes written too
   * @param written the nodes to keep; unmodifiable
   * @param dropped the nodes that only older maps need; unmodifiable
   */
  public record Update(StateMap map, Map<MapNodeKey, Bytes> written, List<MapNodeKey> dropped) {}

  /**
   * The map after some writes.
   *
   * @param version greater than that of every update before
   * @param writes the values by key; empty for a key that is removed
   * @throws MapRefusedException if a node is not kept, or malformed
   */
  public Update update(long version, Map<String, Optional<Bytes>> writes) {
    if (writes.isEmpty()) {
      return new Update(this, Map.of(), List.of());
    }
    Work work = new Work(version);
    Change[] changes = new Change[writes.size()];
    int at = 0;
    for (Map.Entry<String, Optional<Bytes>> each : writes.entrySet()) {
      byte[] key = work.hasher.of(Bytes.utf8(each.getKey()));
      changes[at++] = new Change(key, each.getValue().map(work.hasher::of).orElse(null));
    }
    Arrays.sort(changes, (a, b) -> Arrays.compareUnsigned(a.key(), b.key()));
    MapSlot changed = work.apply(root, "", changes, 0, changes.length);
    Map<MapNodeKey, Bytes> written = Map.copyOf(work.written);
    MapNodes over = key -> Optional.ofNullable(written.get(key)).or(() -> nodes.node(key));
    return new Update(new StateMap(over, changed), written, List.copyOf(work.dropped));
  }

  /**
   * The proof of what the map holds under a key, or that it holds nothing.
   *
   * @throws MapRefusedException if a node is not kept, or malformed
   */
  public MapProof prove(String key) {
    MapHasher hasher = new MapHasher();
    byte[] hash = hasher.of(Bytes.utf8(key));
    List<Bytes> siblings = new ArrayList<>();
    StringBuilder path = new StringBuilder();
    MapSlot at = root;
    while (at.kind() == MapSlot.Kind.NODE) {
      MapNode node = load(new MapNodeKey(at.version(), path.toString()), hasher);
      at = node.walk(hash, path.length() * MapNode.BITS, siblings, hasher);
      path.append(Character.forDigit(digit(hash, path.length()), MapNode.SLOTS));
    }
    java.util.Collections.reverse(siblings);
    boolean another = at.kind() == MapSlot.Kind.KEY && !Arrays.equals(at.key(), hash);
    return new MapProof(
        Bytes.concat(siblings.toArray(Bytes[]::new)),
        another
            ? Optional.of(new MapProof.Neighbour(Bytes.of(at.key()), Bytes.of(at.value())))
            : Optional.empty());
  }

  private MapNode load(MapNodeKey key, MapHasher hasher) {
    return MapNode.read(
        nodes
            .node(key)
            .orElseThrow(
                () ->
                    new MapRefusedException(
                        MapRefusal.MAP_NODE_MISSING, Map.of("node", key.toString()))),
        hasher);
  }

  private static int digit(byte[] key, int index) {
    int pair = key[index / 2] & 0xff;
    return index % 2 == 0 ? pair >> MapNode.BITS : pair & (MapNode.SLOTS - 1);
  }

  /** A write: no value for a key that is removed. */
  @SuppressWarnings("ArrayRecordComponent") // within this class, on the hot path; never compared
  private record Change(byte[] key, byte @Nullable [] value) {}

  /** One update while it is computed. For one thread. */
  private final class Work {
    private final long version;
    private final MapHasher hasher = new MapHasher();
    private final Map<MapNodeKey, Bytes> written = new HashMap<>();
    private final List<MapNodeKey> dropped = new ArrayList<>();

    Work(long version) {
      this.version = version;
    }

    /** A place after the changes beneath it, which are in order. */
    MapSlot apply(MapSlot slot, String path, Change[] changes, int from, int to) {
      if (from == to) {
        return slot;
      }
      return switch (slot.kind()) {
        case EMPTY -> build(path, changes, from, to);
        case KEY -> besideKey(slot, path, changes, from, to);
        case NODE -> {
          MapNodeKey key = new MapNodeKey(slot.version(), path);
          dropped.add(key);
          yield within(load(key, hasher), path, changes, from, to);
        }
      };
    }

    private MapSlot besideKey(MapSlot slot, String path, Change[] changes, int from, int to) {
      List<Change> all = new ArrayList<>(Arrays.asList(changes).subList(from, to));
      boolean replaced = all.stream().anyMatch(each -> Arrays.equals(each.key(), slot.key()));
      if (!replaced) {
        all.add(new Change(slot.key(), slot.value()));
        all.sort((a, b) -> Arrays.compareUnsigned(a.key(), b.key()));
      }
      return build(path, all.toArray(Change[]::new), 0, all.size());
    }

    /** A place that held nothing. */
    private MapSlot build(String path, Change[] changes, int from, int to) {
      Change[] values =
          Arrays.stream(changes, from, to)
              .filter(each -> each.value() != null)
              .toArray(Change[]::new);
      if (values.length == 0) {
        return MapSlot.EMPTY;
      }
      byte[] only = values[0].value();
      return values.length == 1 && only != null
          ? MapSlot.ofKey(values[0].key(), only, hasher)
          : within(MapNode.empty(), path, values, 0, values.length);
    }

    private MapSlot within(MapNode node, String path, Change[] changes, int from, int to) {
      int at = from;
      while (at < to) {
        int digit = digit(changes[at].key(), path.length());
        int end = at + 1;
        while (end < to && digit(changes[end].key(), path.length()) == digit) {
          end++;
        }
        String beneath = path + Character.forDigit(digit, MapNode.SLOTS);
        node.set(digit, apply(node.slot(digit), beneath, changes, at, end));
        at = end;
      }
      MapSlot summary = node.summary(version, hasher);
      if (summary.kind() == MapSlot.Kind.NODE) {
        written.put(new MapNodeKey(version, path), node.write());
      }
      return summary;
    }
  }
}
