// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.validation;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.fabric.access.ConfigurationInForce;
import org.huxin.fabric.block.BlockHashes;
import org.huxin.fabric.block.BlockRefusal;
import org.huxin.fabric.block.BlockRefusedException;
import org.huxin.fabric.block.BlockVerifier;
import org.huxin.fabric.block.LedgerBlock;
import org.huxin.fabric.block.TransactionView;
import org.huxin.fabric.lifecycle.ExpirySchedule;
import org.huxin.fabric.state.MemoryState;
import org.huxin.fabric.state.StateDigest;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Validates a chain again from its genesis block, trusting nobody but that block: consenters,
 * endorsements, reads and state. What a peer wrote into a block is only compared. For one thread;
 * of no use after a refusal.
 */
public final class LedgerReplay {
  private final ConfigurationInForce inForce;
  private final BlockVerifier verifier;
  private final PeerJudge judge;
  private final MemoryState state = new MemoryState();
  private final ExpirySchedule expiries = new ExpirySchedule();
  private final Set<String> transactionIds = new HashSet<>();
  private final ReplayedBlock genesis;
  private BlockHeader last;

  private LedgerReplay(Block genesis) {
    this.inForce = new ConfigurationInForce(genesis);
    inForce
        .configuration()
        .unknownCapability()
        .ifPresent(
            name -> {
              throw new BlockRefusedException(
                  BlockRefusal.BLOCK_CAPABILITY, 0, Map.of("capability", name));
            });
    this.verifier = new BlockVerifier(inForce);
    this.judge =
        new PeerJudge(
            TransactionView.of(genesis.getData().getData(0)).channelHeader().getChannelId(),
            inForce);
    this.last = genesis.getHeader();
    this.genesis = judge(genesis, List.of());
  }

  /**
   * Begins with a genesis block.
   *
   * @param trusted the hash of its header, had from elsewhere
   * @throws BlockRefusedException {@link BlockRefusal#BLOCK_GENESIS} if it is another or holds no
   *     configuration, {@link BlockRefusal#BLOCK_DATA_HASH} if its data are not its own, {@link
   *     BlockRefusal#BLOCK_CAPABILITY} if these rules are too old or too new for its channel
   */
  public static LedgerReplay begin(LedgerBlock genesis, Bytes trusted) {
    if (genesis.number() != 0 || !genesis.headerHash().equals(trusted)) {
      throw new BlockRefusedException(
          BlockRefusal.BLOCK_GENESIS,
          genesis.number(),
          Map.of("expected", trusted.hex(), "found", genesis.headerHash().hex()));
    }
    Block block = genesis.block();
    if (!block.getHeader().getDataHash().equals(BlockHashes.data(block.getData()))) {
      throw new BlockRefusedException(BlockRefusal.BLOCK_DATA_HASH, 0);
    }
    if (!BlockVerifier.isConfiguration(block)) {
      throw new BlockRefusedException(BlockRefusal.BLOCK_GENESIS, 0);
    }
    try {
      return new LedgerReplay(block);
    } catch (IllegalArgumentException e) {
      throw new BlockRefusedException(BlockRefusal.BLOCK_GENESIS, 0);
    }
  }

  /** What the genesis block is. */
  public ReplayedBlock genesis() {
    return genesis;
  }

  /**
   * Verifies and judges the block that follows.
   *
   * @throws BlockRefusedException the first finding
   */
  public ReplayedBlock next(LedgerBlock next) {
    return judge(next.block(), verifier.verify(next.block(), last));
  }

  private ReplayedBlock judge(Block block, List<Integer> signers) {
    long number = block.getHeader().getNumber();
    Judgement judgement = judged(block);
    requireFlags(block, judgement.codes());
    judgement.commitHash().ifPresent(hash -> requireCommitHash(block, hash));
    state.apply(judgement.updates());
    expiries.pass(number, judgement.updates(), state);
    last = block.getHeader();
    return new ReplayedBlock(
        number,
        new LedgerBlock(block).headerHash(),
        judgement.commitHash().map(hash -> Bytes.of(hash.asReadOnlyByteBuffer())),
        signers,
        transactions(block, judgement.codes()));
  }

  /** Over the state after the last block (proto/spec/ledger-state.md). */
  public Digest stateDigest() {
    return StateDigest.of(state);
  }

  private Judgement judged(Block block) {
    try {
      return judge.judge(block, state, transactionIds::contains);
    } catch (IllegalArgumentException e) {
      throw new BlockRefusedException(
          BlockRefusal.BLOCK_CONFIGURATION, block.getHeader().getNumber());
    }
  }

  private List<ReplayedTransaction> transactions(Block block, List<TxValidationCode> codes) {
    List<ReplayedTransaction> transactions = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      String id = TransactionView.of(block.getData().getData(i)).transactionId();
      if (!id.isEmpty()) {
        transactionIds.add(id);
      }
      TxValidationCode code = codes.get(i);
      transactions.add(new ReplayedTransaction(i, id, code.getNumber(), code.name()));
    }
    return transactions;
  }

  /** Blocks from an orderer have no flags. */
  private static void requireFlags(Block block, List<TxValidationCode> codes) {
    ByteString flags = slot(block, BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE);
    if (flags.isEmpty()) {
      return;
    }
    long number = block.getHeader().getNumber();
    if (flags.size() != codes.size()) {
      throw new BlockRefusedException(
          BlockRefusal.BLOCK_FLAGS, number, Map.of("flags", Integer.toString(flags.size())));
    }
    for (int i = 0; i < codes.size(); i++) {
      int found = Byte.toUnsignedInt(flags.byteAt(i));
      if (found != codes.get(i).getNumber()) {
        throw new BlockRefusedException(
            BlockRefusal.BLOCK_FLAGS,
            number,
            Map.of(
                "transaction", Integer.toString(i),
                "found", Integer.toString(found),
                "expected", codes.get(i).name()));
      }
    }
  }

  private static void requireCommitHash(Block block, ByteString expected) {
    ByteString slot = slot(block, BlockMetadataIndex.COMMIT_HASH_VALUE);
    if (!slot.isEmpty() && !Optional.of(expected).equals(value(slot))) {
      throw new BlockRefusedException(
          BlockRefusal.BLOCK_COMMIT_HASH,
          block.getHeader().getNumber(),
          Map.of("expected", Bytes.of(expected.asReadOnlyByteBuffer()).hex()));
    }
  }

  private static Optional<ByteString> value(ByteString slot) {
    try {
      return Optional.of(Metadata.parseFrom(slot).getValue());
    } catch (InvalidProtocolBufferException e) {
      return Optional.empty();
    }
  }

  private static ByteString slot(Block block, int index) {
    return index < block.getMetadata().getMetadataCount()
        ? block.getMetadata().getMetadata(index)
        : ByteString.EMPTY;
  }
}
