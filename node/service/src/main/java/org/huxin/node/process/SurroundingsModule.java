// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.process;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.huxin.node.follow.BlockSource;
import org.huxin.node.follow.PeerSource;
import org.huxin.node.replica.FreeSpace;
import org.huxin.sdk.ledger.Pause;
import org.huxin.sdk.profile.ProfileSigner;

/** What a node meets of the world: peers, the clock, the disk. Tests have others. */
@Module
final class SurroundingsModule {
  private SurroundingsModule() {}

  @Provides
  static InstantSource clock() {
    return InstantSource.system();
  }

  @Provides
  static Pause pause() {
    return Pause.SLEEP;
  }

  @Provides
  @Singleton
  static RandomGenerator random() {
    return new SecureRandom();
  }

  @Provides
  static FreeSpace freeSpace(NodeSettings settings) {
    return FreeSpace.of(settings.folder());
  }

  @Provides
  @Singleton
  static List<BlockSource> sources(NodeSettings settings) {
    return PeerSource.of(
        settings.profile(), ProfileSigner.of(settings.profile(), new SecureRandom()));
  }
}
