// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.follow;

import java.util.List;
import java.util.Map;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.Signer;
import org.huxin.fabric.block.LedgerBlock;
import org.huxin.sdk.gateway.PeerBlocks;
import org.huxin.sdk.ledger.LedgerUnavailableException;
import org.huxin.sdk.profile.Profile;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockchainInfo;

/** A peer of the channel, embedded or real, as a source of blocks. Thread-safe. */
public final class PeerSource implements BlockSource {
  private final PeerBlocks peer;
  private volatile boolean closed;

  /** A peer's blocks. */
  public PeerSource(PeerBlocks peer) {
    this.peer = peer;
  }

  /** All peers of a profile, in its order. */
  public static List<BlockSource> of(Profile profile, Signer signer) {
    return PeerBlocks.of(profile, signer).stream().<BlockSource>map(PeerSource::new).toList();
  }

  @Override
  public String name() {
    return peer.endpoint();
  }

  @Override
  public BlockFeed open(long first) {
    if (closed) {
      throw new SourceRefusedException(SourceRefusal.SOURCE_CLOSED, name(), Map.of());
    }
    return new Feed(peer.from(first));
  }

  @Override
  public ChainTip tip() {
    try {
      BlockchainInfo info = peer.info();
      return new ChainTip(
          info.getHeight() - 1, Bytes.of(info.getCurrentBlockHash().asReadOnlyByteBuffer()));
    } catch (LedgerUnavailableException e) {
      throw unavailable(e);
    }
  }

  private SourceRefusedException unavailable(LedgerUnavailableException cause) {
    SourceRefusedException refused =
        new SourceRefusedException(
            closed ? SourceRefusal.SOURCE_CLOSED : SourceRefusal.SOURCE_UNAVAILABLE,
            name(),
            Map.of());
    refused.initCause(cause);
    return refused;
  }

  @Override
  public void close() {
    closed = true;
    peer.close();
  }

  private final class Feed implements BlockFeed {
    private final PeerBlocks.Stream blocks;

    Feed(PeerBlocks.Stream blocks) {
      this.blocks = blocks;
    }

    @Override
    public LedgerBlock next() {
      try {
        Block block =
            blocks
                .next()
                .orElseThrow(
                    () ->
                        new SourceRefusedException(
                            SourceRefusal.SOURCE_UNAVAILABLE, name(), Map.of("ended", "yes")));
        return new LedgerBlock(block);
      } catch (LedgerUnavailableException e) {
        throw unavailable(e);
      }
    }

    @Override
    public void close() {
      blocks.close();
    }
  }
}
