// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.process;

import dagger.BindsInstance;
import dagger.Component;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.huxin.node.follow.BlockSource;
import org.huxin.node.replica.FreeSpace;
import org.huxin.sdk.ledger.Pause;

/** A node with all its parts, in surroundings that a test makes. */
@Singleton
@Component(modules = NodeModule.class)
interface RecordedNodeComponent {
  ValidatingNode node();

  @Component.Factory
  interface Factory {
    RecordedNodeComponent of(
        @BindsInstance NodeSettings settings,
        @BindsInstance List<BlockSource> sources,
        @BindsInstance InstantSource clock,
        @BindsInstance RandomGenerator random,
        @BindsInstance Pause pause,
        @BindsInstance FreeSpace space);
  }
}
