// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.validation;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.fabric.access.ConfigurationInForce;
import org.huxin.fabric.block.BlockHashes;
import org.huxin.fabric.block.BlockRefusal;
import org.huxin.fabric.block.BlockRefusedException;
import org.huxin.fabric.block.BlockVerifier;
import org.huxin.fabric.block.LedgerBlock;
import org.huxin.fabric.block.TransactionView;
import org.huxin.fabric.lifecycle.ExpiringHash;
import org.huxin.fabric.state.StateDigest;
import org.huxin.fabric.state.UpdatedState;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Validates a chain again from its genesis block, trusting nobody but that block: consenters,
 * endorsements, reads and state. What a peer wrote into a block is only compared. For one thread;
 * of no use after a refusal, or after a block that was judged and not committed: then it is resumed
 * from its store.
 */
public final class LedgerReplay {
  private final ConfigurationInForce inForce;
  private final BlockVerifier verifier;
  private final PeerJudge judge;
  private final ReplayStore store;
  private final Optional<ReplayedBlock> genesis;
  private LedgerBlock configuration;
  private BlockHeader last;

  private LedgerReplay(LedgerBlock genesis, ReplayStore store) {
    this.inForce = new ConfigurationInForce(genesis.block());
    requireKnownCapabilities(inForce, 0);
    this.store = store;
    this.verifier = new BlockVerifier(inForce);
    this.judge = new PeerJudge(channelId(genesis), inForce);
    this.configuration = genesis;
    this.last = genesis.block().getHeader();
    JudgedBlock judged = judge(genesis, List.of());
    this.genesis = Optional.of(judged.result());
    store.commit(judged);
  }

  private LedgerReplay(ReplayPosition position, ReplayStore store) {
    this.inForce = new ConfigurationInForce(position.configuration().block());
    requireKnownCapabilities(inForce, position.number());
    this.store = store;
    this.verifier = new BlockVerifier(inForce);
    this.judge =
        PeerJudge.resuming(
            channelId(position.configuration()),
            inForce,
            position
                .commitHash()
                .map(hash -> ByteString.copyFrom(hash.asByteBuffer()))
                .orElse(ByteString.EMPTY));
    this.configuration = position.configuration();
    this.last = position.last();
    this.genesis = Optional.empty();
  }

  /**
   * Begins with a genesis block, in memory.
   *
   * @param trusted the hash of its header, had from elsewhere
   * @throws BlockRefusedException as {@link #begin(LedgerBlock, Bytes, ReplayStore)}
   */
  public static LedgerReplay begin(LedgerBlock genesis, Bytes trusted) {
    return begin(genesis, trusted, new MemoryReplayStore());
  }

  /**
   * Begins with a genesis block.
   *
   * @param trusted the hash of its header, had from elsewhere
   * @param store where the genesis block is committed, and what follows
   * @throws BlockRefusedException {@link BlockRefusal#BLOCK_GENESIS} if it is another or holds no
   *     configuration, {@link BlockRefusal#BLOCK_DATA_HASH} if its data are not its own, {@link
   *     BlockRefusal#BLOCK_CAPABILITY} if these rules are too old or too new for its channel
   * @throws IllegalArgumentException if the store holds a chain already
   */
  public static LedgerReplay begin(LedgerBlock genesis, Bytes trusted, ReplayStore store) {
    if (store.position().isPresent()) {
      throw new IllegalArgumentException("the store holds a chain");
    }
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
      return new LedgerReplay(genesis, store);
    } catch (IllegalArgumentException e) {
      throw new BlockRefusedException(BlockRefusal.BLOCK_GENESIS, 0);
    }
  }

  /**
   * Goes on behind the last block that a store holds.
   *
   * @throws BlockRefusedException {@link BlockRefusal#BLOCK_CAPABILITY} if these rules are too old
   *     or too new for the channel as it is now
   * @throws IllegalArgumentException if the store holds no chain, or its configuration block is
   *     none
   */
  public static LedgerReplay resume(ReplayStore store) {
    return new LedgerReplay(
        store.position().orElseThrow(() -> new IllegalArgumentException("the store is empty")),
        store);
  }

  private static String channelId(LedgerBlock configuration) {
    return TransactionView.of(configuration.block().getData().getData(0))
        .channelHeader()
        .getChannelId();
  }

  private static void requireKnownCapabilities(ConfigurationInForce inForce, long number) {
    inForce
        .configuration()
        .unknownCapability()
        .ifPresent(
            name -> {
              throw new BlockRefusedException(
                  BlockRefusal.BLOCK_CAPABILITY, number, Map.of("capability", name));
            });
  }

  /**
   * What the genesis block is.
   *
   * @throws IllegalStateException if the replay did not begin with it but was resumed
   */
  public ReplayedBlock genesis() {
    return genesis.orElseThrow(() -> new IllegalStateException("resumed"));
  }

  /**
   * Verifies, judges and commits the block that follows.
   *
   * @throws BlockRefusedException the first finding
   */
  public ReplayedBlock next(LedgerBlock next) {
    JudgedBlock judged = judge(next);
    commit(judged);
    return judged.result();
  }

  /**
   * Verifies and judges the block that follows, which the caller then commits.
   *
   * @throws BlockRefusedException the first finding
   */
  public JudgedBlock judge(LedgerBlock next) {
    return judge(next, verifier.verify(next.block(), last));
  }

  /** Commits the block that was judged last. */
  public void commit(JudgedBlock judged) {
    store.commit(judged);
    configuration = judged.position().configuration();
    last = judged.position().last();
  }

  private JudgedBlock judge(LedgerBlock next, List<Integer> signers) {
    Block block = next.block();
    long number = next.number();
    Judgement judgement = judged(block);
    requireFlags(block, judgement.codes());
    judgement.commitHash().ifPresent(hash -> requireCommitHash(block, hash));
    UpdatedState after = new UpdatedState(store.state(), judgement.updates());
    Optional<Bytes> commitHash =
        judgement.commitHash().map(hash -> Bytes.of(hash.asReadOnlyByteBuffer()));
    return new JudgedBlock(
        next,
        new ReplayedBlock(
            number, next.headerHash(), commitHash, signers, transactions(block, judgement.codes())),
        judgement.updates(),
        ExpiringHash.written(number, judgement.updates(), after),
        store.expiringWith(number).stream().filter(each -> each.isIn(after)).toList(),
        new ReplayPosition(
            block.getHeader(), commitHash, inForce.blockNumber() == number ? next : configuration));
  }

  /** Over the state after the last block (proto/spec/ledger-state.md). */
  public Digest stateDigest() {
    return StateDigest.of(store.state());
  }

  private Judgement judged(Block block) {
    try {
      return judge.judge(block, store.state(), store::isOnLedger);
    } catch (IllegalArgumentException e) {
      throw new BlockRefusedException(
          BlockRefusal.BLOCK_CONFIGURATION, block.getHeader().getNumber());
    }
  }

  private static List<ReplayedTransaction> transactions(Block block, List<TxValidationCode> codes) {
    List<ReplayedTransaction> transactions = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      String id = TransactionView.of(block.getData().getData(i)).transactionId();
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
