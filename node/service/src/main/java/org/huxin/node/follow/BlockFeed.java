// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.follow;

import org.huxin.fabric.block.LedgerBlock;

/** Blocks of one source in the order of their numbers. */
public interface BlockFeed extends AutoCloseable {

  /**
   * The next block, of which nothing is verified; waits until there is one. For one thread.
   *
   * @throws SourceRefusedException if the source ends or fails
   */
  LedgerBlock next();

  /** Ends the feed; whoever waits is refused. May be called from any thread, and again. */
  @Override
  void close();
}
