// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.follow;

/** Somebody who delivers blocks: a peer, or a recording of one. Thread-safe. */
public interface BlockSource extends AutoCloseable {

  /** Its name in findings and logs: the peer's endpoint. */
  String name();

  /**
   * Begins to deliver blocks.
   *
   * @param first the number of the first
   * @throws SourceRefusedException if it cannot be reached or gives no blocks to this identity
   */
  BlockFeed open(long first);

  /**
   * Asks for the newest block.
   *
   * @throws SourceRefusedException if it cannot be reached or does not answer this identity
   */
  ChainTip tip();

  /** Ends all that it delivers. */
  @Override
  void close();
}
