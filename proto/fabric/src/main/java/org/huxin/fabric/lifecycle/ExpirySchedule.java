// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.lifecycle;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huxin.fabric.state.MemoryState;
import org.huxin.fabric.state.StateUpdates;
import org.huxin.fabric.state.StateUpdates.CollectionName;
import org.huxin.fabric.state.Version;
import org.hyperledger.fabric.protos.peer.CollectionConfig;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;

/**
 * Private data that live for so many blocks: with the commit of the block after the last, their
 * hashes leave the state, and with the hash the value can no longer be read. For one thread.
 */
public final class ExpirySchedule {
  private final Map<Long, List<Expiring>> byBlock = new TreeMap<>();

  private record Expiring(CollectionName collection, ByteString keyHash, Version version) {}

  /** Notes what a block wrote, and removes from the state what ends with that block. */
  public void pass(long block, StateUpdates updates, MemoryState state) {
    updates
        .hashes()
        .forEach(
            (collection, entries) -> {
              long life = blocksToLive(collection, state);
              if (life > 0) {
                entries.forEach(
                    (keyHash, entry) ->
                        entry.ifPresent(
                            e -> add(block + life + 1, collection, keyHash, e.version())));
              }
            });
    List<Expiring> ending = byBlock.remove(block);
    if (ending != null) {
      ending.forEach(each -> state.removeHash(each.collection(), each.keyHash(), each.version()));
    }
  }

  private void add(long block, CollectionName collection, ByteString keyHash, Version version) {
    byBlock
        .computeIfAbsent(block, b -> new ArrayList<>())
        .add(new Expiring(collection, keyHash, version));
  }

  private static long blocksToLive(CollectionName name, MemoryState state) {
    Optional<StaticCollectionConfig> found =
        ChaincodeDefinitions.find(state, name.namespace())
            .flatMap(
                definition ->
                    definition.collections().getConfigList().stream()
                        .map(CollectionConfig::getStaticCollectionConfig)
                        .filter(config -> config.getName().equals(name.collection()))
                        .findFirst());
    return found.map(StaticCollectionConfig::getBlockToLive).orElse(0L);
  }
}
