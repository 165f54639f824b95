// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.lifecycle;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huxin.fabric.state.CommittedState;
import org.huxin.fabric.state.StateUpdates;
import org.huxin.fabric.state.StateUpdates.CollectionName;
import org.huxin.fabric.state.Version;
import org.hyperledger.fabric.protos.peer.CollectionConfig;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;

/**
 * The hash of a private value that lives for so many blocks: with the commit of the block after the
 * last it leaves the state, unless it was written again since.
 *
 * @param endsWith the number of the block with which it leaves the state
 * @param collection the collection
 * @param keyHash the hash of the key
 * @param version what wrote it
 */
public record ExpiringHash(
    long endsWith, CollectionName collection, ByteString keyHash, Version version) {

  /**
   * What a block writes that will end.
   *
   * @param block the block's number
   * @param updates what it changes
   * @param after the state after it, whose definitions say how long a collection's values live
   */
  public static List<ExpiringHash> written(long block, StateUpdates updates, CommittedState after) {
    List<ExpiringHash> all = new ArrayList<>();
    updates
        .hashes()
        .forEach(
            (collection, entries) -> {
              long life = blocksToLive(collection, after);
              if (life > 0) {
                entries.forEach(
                    (keyHash, entry) ->
                        entry.ifPresent(
                            e ->
                                all.add(
                                    new ExpiringHash(
                                        block + life + 1, collection, keyHash, e.version()))));
              }
            });
    return all;
  }

  /** Whether a state still holds what was written then. */
  public boolean isIn(CommittedState state) {
    return state
        .hashed(collection.namespace(), collection.collection(), keyHash)
        .filter(entry -> entry.version().equals(version))
        .isPresent();
  }

  private static long blocksToLive(CollectionName name, CommittedState state) {
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
