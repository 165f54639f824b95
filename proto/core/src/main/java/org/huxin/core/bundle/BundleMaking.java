// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import org.huxin.core.log.SignedCheckpoint;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.statemap.StateMap;
import org.huxin.crypto.bytes.Bytes;

/** Makes bundles from what a node keeps. Pure. */
public final class BundleMaking {
  private BundleMaking() {}

  /**
   * A bundle without key changes.
   *
   * @param checkpoint cosigned
   * @param keys what is to be proven: {@link BundleKeys}
   * @param values what the ledger held after the checkpoint's block, by stored key
   * @param map the state map after that block
   * @throws IllegalArgumentException if the map is not the checkpoint's
   * @throws org.huxin.core.statemap.MapRefusedException if a node of the map is not kept
   */
  public static Bundle make(
      ProofFile proof,
      SignedCheckpoint checkpoint,
      SortedSet<StateKey> keys,
      Function<String, Optional<Bytes>> values,
      StateMap map) {
    if (!map.root().equals(checkpoint.checkpoint().state().mapRoot())) {
      throw new IllegalArgumentException("the state map of that checkpoint");
    }
    List<StateProof> state = new ArrayList<>();
    for (StateKey key : keys) {
      state.add(new StateProof(key, values.apply(key.stored()), map.prove(key.stored())));
    }
    return new Bundle(proof, checkpoint, state, List.of());
  }
}
