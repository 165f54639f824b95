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
import java.util.function.Predicate;
import org.huxin.fabric.access.ConfigurationInForce;
import org.huxin.fabric.block.BlockRefusal;
import org.huxin.fabric.block.BlockRefusedException;
import org.huxin.fabric.config.update.ConfigUpdateCheck;
import org.huxin.fabric.state.CommittedState;
import org.huxin.fabric.state.StateUpdates;
import org.huxin.fabric.state.Version;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Judges blocks as a Fabric peer does: form and signatures of all transactions side by side, then
 * endorsements, duplicates and reads in the order of the block. Called by one thread.
 */
public final class PeerJudge implements BlockJudge {
  private final String channelId;
  private final ConfigurationInForce inForce;
  private final boolean judgesUpdates;
  private ByteString commitHash;

  private PeerJudge(
      String channelId,
      ConfigurationInForce inForce,
      boolean judgesUpdates,
      ByteString commitHash) {
    this.channelId = channelId;
    this.inForce = inForce;
    this.judgesUpdates = judgesUpdates;
    this.commitHash = commitHash;
  }

  /** A judge of a channel, from its genesis block on. */
  public PeerJudge(String channelId, ConfigurationInForce inForce) {
    this(channelId, inForce, true, ByteString.EMPTY);
  }

  /**
   * A judge of a channel who goes on behind a block.
   *
   * @param commitHash of that block; empty if it is the genesis block
   */
  static PeerJudge resuming(String channelId, ConfigurationInForce inForce, ByteString commitHash) {
    return new PeerJudge(channelId, inForce, true, commitHash);
  }

  /**
   * A judge of a channel whose blocks come from nobody but this process, which puts configurations
   * in force without asking how they came about.
   */
  public static PeerJudge ofOwnBlocks(String channelId, ConfigurationInForce inForce) {
    return new PeerJudge(channelId, inForce, false, ByteString.EMPTY);
  }

  @Override
  public Judgement judge(Block block, CommittedState state, Predicate<String> onLedger) {
    StateUpdates updates = new StateUpdates(state);
    if (block.getHeader().getNumber() == 0) {
      return new Judgement(List.of(TxValidationCode.VALID), updates, Optional.empty());
    }
    TransactionCheck check = new TransactionCheck(inForce.members(), channelId);
    List<CheckedTransaction> checked =
        block.getData().getDataList().parallelStream().map(check::check).toList();
    try {
      List<TxValidationCode> codes = endorsementCodes(checked, state, onLedger);
      List<TxValidationCode> all = readCodes(block, checked, codes, state, updates);
      noteConfiguration(block, checked);
      commitHash = CommitHash.of(all, updates, commitHash);
      return new Judgement(all, updates, Optional.of(commitHash));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("what was read once can be read again", e);
    }
  }

  private List<TxValidationCode> endorsementCodes(
      List<CheckedTransaction> checked, CommittedState state, Predicate<String> onLedger)
      throws InvalidProtocolBufferException {
    EndorsementCheck endorsements = new EndorsementCheck(state, inForce.members().policies());
    Set<String> inBlock = new HashSet<>();
    List<TxValidationCode> codes = new ArrayList<>();
    for (CheckedTransaction transaction : checked) {
      TxValidationCode code = transaction.code();
      if (transaction.isValid()
          && transaction.header().getType() == HeaderType.ENDORSER_TRANSACTION_VALUE) {
        code =
            onLedger.test(transaction.header().getTxId())
                ? TxValidationCode.DUPLICATE_TXID
                : endorsements.check(transaction, invoked(transaction));
        if (code == TxValidationCode.VALID) {
          endorsements.noteChangedPolicies(transaction);
          if (!inBlock.add(transaction.header().getTxId())) {
            code = TxValidationCode.DUPLICATE_TXID;
          }
        }
      }
      codes.add(code);
    }
    return codes;
  }

  private static String invoked(CheckedTransaction transaction)
      throws InvalidProtocolBufferException {
    return ChaincodeHeaderExtension.parseFrom(transaction.header().getExtension())
        .getChaincodeId()
        .getName();
  }

  private static List<TxValidationCode> readCodes(
      Block block,
      List<CheckedTransaction> checked,
      List<TxValidationCode> codes,
      CommittedState state,
      StateUpdates updates)
      throws InvalidProtocolBufferException {
    ReadCheck reads = new ReadCheck(state, updates);
    List<TxValidationCode> all = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      TxValidationCode code = codes.get(i);
      if (code == TxValidationCode.VALID) {
        code = reads.check(checked.get(i).results());
      }
      if (code == TxValidationCode.VALID) {
        updates.add(checked.get(i).results(), new Version(block.getHeader().getNumber(), i));
      }
      all.add(code);
    }
    return all;
  }

  /** A configuration transaction is the only one of its block, and valid, or the block is not. */
  private void noteConfiguration(Block block, List<CheckedTransaction> checked) {
    long number = block.getHeader().getNumber();
    boolean configures =
        checked.stream().anyMatch(each -> each.header().getType() == HeaderType.CONFIG_VALUE);
    if (!configures) {
      return;
    }
    if (checked.size() > 1 || !checked.get(0).isValid()) {
      throw new BlockRefusedException(
          BlockRefusal.CONFIG_TRANSACTION, number, Map.of("code", checked.get(0).code().name()));
    }
    inForce.replace(
        judgesUpdates
            ? new ConfigUpdateCheck(inForce, channelId, number).check(block)
            : ConfigurationInForce.read(block));
  }
}
