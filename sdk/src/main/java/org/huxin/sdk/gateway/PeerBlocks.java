// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.gateway;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status.Code;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.huxin.crypto.signature.Signer;
import org.huxin.sdk.ledger.LedgerUnavailableException;
import org.huxin.sdk.profile.GatewayPeer;
import org.huxin.sdk.profile.Profile;
import org.huxin.sdk.profile.ProfileSigner;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.GatewayRuntimeException;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockchainInfo;

/**
 * The blocks of one peer as it delivers them, for who verifies them. Connects when it is first
 * asked. Thread-safe.
 */
public final class PeerBlocks implements AutoCloseable {
  private static final String LEDGER_QUERIES = "qscc";

  private final Profile profile;
  private final PeerConnection peer;

  /**
   * The blocks of a peer. Nothing is called yet.
   *
   * @param peer one of the profile's, or another of the channel
   * @throws org.huxin.sdk.profile.ProfileRefusedException if the signer's key is another than that
   *     of the profile's certificate
   */
  public PeerBlocks(Profile profile, GatewayPeer peer, Signer signer) {
    this.profile = profile;
    this.peer =
        new PeerConnection(
            profile, peer, IdentitySigner.of(ProfileSigner.checked(profile, signer)));
  }

  /**
   * Asks for blocks, from the first to those that are still to come, until the profile's deadline
   * of streams.
   *
   * @param first the number of the first
   */
  public Stream from(long first) {
    peer.wake();
    return new Stream(peer.network().newBlockEventsRequest().startBlock(first).build().getEvents());
  }

  /**
   * What the peer says of its chain.
   *
   * @throws LedgerUnavailableException if it does not answer
   */
  public BlockchainInfo info() {
    try {
      peer.wake();
      return BlockchainInfo.parseFrom(
          peer.network()
              .getContract(LEDGER_QUERIES)
              .evaluateTransaction("GetChainInfo", profile.channel()));
    } catch (GatewayException e) {
      throw new LedgerUnavailableException(
          "the peer does not answer: " + e.getStatus().getCode(), e);
    } catch (InvalidProtocolBufferException e) {
      throw new LedgerUnavailableException("the peer answers something else", e);
    }
  }

  /** The profile's peers, each with its own connection. */
  public static List<PeerBlocks> of(Profile profile, Signer signer) {
    return profile.peers().stream().map(each -> new PeerBlocks(profile, each, signer)).toList();
  }

  /** The peer's endpoint. */
  public String endpoint() {
    return peer.peer().endpoint().text();
  }

  @Override
  public void close() {
    peer.close();
  }

  /** Blocks as they are delivered. For one thread; to be closed by any. */
  public static final class Stream implements AutoCloseable {
    private final CloseableIterator<Block> blocks;

    private Stream(CloseableIterator<Block> blocks) {
      this.blocks = blocks;
    }

    /**
     * The next block, of which nothing is verified; waits until there is one.
     *
     * @return empty if the peer ended the stream, or its time is over
     * @throws LedgerUnavailableException if the peer refuses, or broke off
     */
    public Optional<Block> next() {
      try {
        return Optional.of(blocks.next());
      } catch (NoSuchElementException e) {
        return Optional.empty();
      } catch (GatewayRuntimeException e) {
        Code code = e.getStatus().getCode();
        if (code == Code.DEADLINE_EXCEEDED || code == Code.CANCELLED) {
          return Optional.empty();
        }
        throw new LedgerUnavailableException("no blocks from the peer: " + code, e);
      }
    }

    @Override
    public void close() {
      blocks.close();
    }
  }
}
