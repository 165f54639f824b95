// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replica;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.fabric.block.LedgerBlock;
import org.huxin.fabric.lifecycle.ExpiringHash;
import org.huxin.fabric.state.StateDigest;
import org.huxin.fabric.state.StateEntry;
import org.huxin.fabric.state.Version;
import org.huxin.fabric.state.WholeState;
import org.huxin.fabric.validation.JudgedBlock;
import org.huxin.fabric.validation.ReplayPosition;
import org.huxin.fabric.validation.ReplayStore;
import org.huxin.fabric.validation.ReplayedTransaction;
import org.hyperledger.fabric.protos.common.Block;
import org.rocksdb.ReadOptions;
import org.rocksdb.WriteBatchWithIndex;

/**
 * All that a node derived from the chain, on disk (proto/spec/replica.md): blocks, versioned state,
 * what participants make of it, and how far it has come. Each block is committed whole or not at
 * all, and outlives a loss of power. One thread commits; others may read meanwhile.
 */
public final class Replica implements ReplayStore, AutoCloseable {
  private static final byte[] FORM = StoredKeys.text("form");
  private static final byte[] PIN = StoredKeys.text("pin");
  private static final byte[] POSITION = StoredKeys.text("position");
  private static final String FORM_1 = "huxin-replica/1";
  private static final int ALL = Integer.MAX_VALUE;

  private final RocksTables tables;
  private final ReadOptions options = new ReadOptions();
  private final ChainPin pin;
  private final List<CommitParticipant> participants;
  private final FreeSpace space;
  private final WholeState state;
  private volatile Optional<ReplayPosition> position = Optional.empty();

  private Replica(
      RocksTables tables, ChainPin pin, List<CommitParticipant> participants, FreeSpace space) {
    this.tables = tables;
    this.pin = pin;
    this.participants = List.copyOf(participants);
    this.space = space;
    this.state = new RocksState(tables, options);
  }

  /**
   * Opens the replica of a folder, or begins one.
   *
   * @param pin which chain it holds, or is to hold
   * @param participants who derive something of their own from each block
   * @throws ReplicaRefusedException if it cannot be used
   */
  public static Replica open(
      Path folder, ChainPin pin, List<CommitParticipant> participants, FreeSpace space) {
    List<String> names = new ArrayList<>();
    Arrays.stream(Table.values()).map(Table::family).forEach(names::add);
    participants.forEach(each -> names.add(ParticipantKeys.table(each.name())));
    if (new HashSet<>(names).size() < names.size()) {
      throw new IllegalArgumentException("two participants of one name");
    }
    RocksTables tables = RocksTables.open(folder, names);
    Replica replica = new Replica(tables, pin, participants, space);
    boolean loaded = false;
    try {
      replica.load();
      loaded = true;
      return replica;
    } finally {
      if (!loaded) {
        replica.close();
      }
    }
  }

  /**
   * Which chain the replica of a folder holds; empty if there is none, or no block yet.
   *
   * @throws ReplicaRefusedException if it cannot be read
   */
  public static Optional<ChainPin> pinOf(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    List<String> names = Arrays.stream(Table.values()).map(Table::family).toList();
    try (RocksTables tables = RocksTables.open(folder, names);
        ReadOptions options = new ReadOptions()) {
      return tables.get(Table.META.family(), PIN, options).map(ChainPin::decode);
    }
  }

  private void load() {
    Optional<byte[]> form = tables.get(Table.META.family(), FORM, options);
    Optional<PositionRecord> record =
        tables.get(Table.META.family(), POSITION, options).map(PositionRecord::decode);
    if (record.isEmpty()) {
      return;
    }
    if (!form.map(found -> StoredKeys.text(found, 0, found.length)).equals(Optional.of(form()))) {
      throw new ReplicaRefusedException(ReplicaRefusal.REPLICA_FORM, Map.of("expected", form()));
    }
    Optional<ChainPin> held = tables.get(Table.META.family(), PIN, options).map(ChainPin::decode);
    if (!held.equals(Optional.of(pin))) {
      throw new ReplicaRefusedException(
          ReplicaRefusal.REPLICA_OTHER_CHAIN,
          Map.of(
              "expected", pin.genesis().hex(),
              "found", held.map(ChainPin::genesis).map(Bytes::hex).orElse("none")));
    }
    PositionRecord found = record.get();
    position =
        Optional.of(
            new ReplayPosition(
                required(found.number()).block().getHeader(),
                found.commitHash(),
                required(found.configuration())));
  }

  /** A participant that has not seen the first blocks could not go on with later ones. */
  private String form() {
    StringBuilder form = new StringBuilder(FORM_1);
    participants.stream()
        .map(CommitParticipant::name)
        .sorted()
        .forEach(n -> form.append(' ').append(n));
    return form.toString();
  }

  private LedgerBlock required(long number) {
    return block(number)
        .orElseThrow(
            () ->
                new ReplicaRefusedException(
                    ReplicaRefusal.REPLICA_CORRUPT, Map.of("missingBlock", Long.toString(number))));
  }

  @Override
  public WholeState state() {
    return state;
  }

  @Override
  public Optional<ReplayPosition> position() {
    return position;
  }

  /** Which chain it holds. */
  public ChainPin pin() {
    return pin;
  }

  /** The number of the next block. */
  public long height() {
    return position.map(ReplayPosition::number).orElse(-1L) + 1;
  }

  /** The replica as of its last block. */
  public ReplicaView view() {
    return new ReplicaView(
        tables,
        asOf ->
            tables
                .get(Table.META.family(), POSITION, asOf)
                .map(PositionRecord::decode)
                .map(PositionRecord::number)
                .orElse(-1L));
  }

  /** Over the state after the last block (proto/spec/ledger-state.md). */
  public Digest stateDigest() {
    return StateDigest.of(state);
  }

  /** A block as it was received; empty if it was not committed yet. */
  public Optional<LedgerBlock> block(long number) {
    return tables
        .get(Table.BLOCKS.family(), StoredKeys.number(number), options)
        .map(
            bytes -> {
              try {
                return new LedgerBlock(Block.parseFrom(bytes));
              } catch (InvalidProtocolBufferException e) {
                ReplicaRefusedException refused =
                    new ReplicaRefusedException(
                        ReplicaRefusal.REPLICA_CORRUPT, Map.of("block", Long.toString(number)));
                tables.fail(refused);
                throw refused;
              }
            });
  }

  @Override
  public boolean isOnLedger(String transactionId) {
    return place(transactionId).isPresent();
  }

  /** Where a transaction id first stands, valid or not. */
  public Optional<Version> place(String transactionId) {
    return tables
        .get(Table.TRANSACTIONS.family(), StoredKeys.text(transactionId), options)
        .map(ByteBuffer::wrap)
        .map(bytes -> new Version(bytes.getLong(), bytes.getInt()));
  }

  @Override
  public List<ExpiringHash> expiringWith(long block) {
    return tables
        .range(
            Table.EXPIRIES.family(),
            StoredKeys.number(block),
            Optional.of(StoredKeys.number(block + 1)),
            ALL,
            options)
        .stream()
        .map(pair -> StoredVersion.expiring(block, pair))
        .toList();
  }

  /**
   * Keeps a block and all that it changes.
   *
   * @throws ReplicaRefusedException if the disk refuses, or has too little left; then the block is
   *     not committed
   */
  @Override
  public void commit(JudgedBlock judged) {
    requireSpace();
    try (WriteBatchWithIndex batch = new WriteBatchWithIndex(true)) {
      write(batch, judged);
      tables.write(batch);
    }
    position = Optional.of(judged.position());
  }

  private void requireSpace() {
    long left;
    try {
      left = space.bytes();
    } catch (IOException e) {
      throw new ReplicaRefusedException(ReplicaRefusal.REPLICA_DISK_FAILED, Map.of());
    }
    if (left < FreeSpace.RESERVE) {
      throw new ReplicaRefusedException(
          ReplicaRefusal.REPLICA_DISK_FULL,
          Map.of("left", Long.toString(left), "reserve", Long.toString(FreeSpace.RESERVE)));
    }
  }

  private void write(WriteBatchWithIndex batch, JudgedBlock judged) {
    long number = judged.result().number();
    put(batch, Table.META, FORM, StoredKeys.text(form()));
    put(batch, Table.META, PIN, pin.encode());
    put(
        batch,
        Table.BLOCKS,
        StoredKeys.number(number),
        judged.block().block().toByteString().toByteArray());
    writeTransactions(batch, judged);
    writeState(batch, judged);
    AcceptedBlock accepted = AcceptedBlock.of(judged, pin.chaincode());
    for (CommitParticipant each : participants) {
      each.accept(accepted, new BatchKeys(tables, batch, each.name(), options));
    }
    PositionRecord record =
        new PositionRecord(
            number, judged.position().configuration().number(), judged.position().commitHash());
    put(batch, Table.META, POSITION, record.encode());
  }

  private void writeTransactions(WriteBatchWithIndex batch, JudgedBlock judged) {
    Set<String> written = new HashSet<>();
    for (ReplayedTransaction each : judged.result().transactions()) {
      String id = each.txId();
      if (!id.isEmpty() && written.add(id) && !isOnLedger(id)) {
        put(
            batch,
            Table.TRANSACTIONS,
            StoredKeys.text(id),
            StoredVersion.encode(new Version(judged.result().number(), each.index())));
      }
    }
  }

  private void writeState(WriteBatchWithIndex batch, JudgedBlock judged) {
    judged
        .updates()
        .values()
        .forEach(
            (namespace, changed) ->
                changed.forEach(
                    (key, entry) ->
                        set(batch, Table.VALUES, StoredKeys.value(namespace, key), entry)));
    judged
        .updates()
        .hashes()
        .forEach(
            (collection, changed) ->
                changed.forEach(
                    (keyHash, entry) ->
                        set(batch, Table.HASHES, StoredKeys.hash(collection, keyHash), entry)));
    for (ExpiringHash each : judged.expiring()) {
      put(
          batch,
          Table.EXPIRIES,
          StoredKeys.expiry(each.endsWith(), each.collection(), each.keyHash()),
          StoredVersion.encode(each.version()));
    }
    for (ExpiringHash each : judged.expired()) {
      tables.delete(
          batch, Table.HASHES.family(), StoredKeys.hash(each.collection(), each.keyHash()));
    }
    for (ExpiringHash each : expiringWith(judged.result().number())) {
      tables.delete(
          batch,
          Table.EXPIRIES.family(),
          StoredKeys.expiry(each.endsWith(), each.collection(), each.keyHash()));
    }
  }

  private void set(WriteBatchWithIndex batch, Table table, byte[] key, Optional<StateEntry> entry) {
    entry.ifPresentOrElse(
        found -> put(batch, table, key, StoredEntry.encode(found)),
        () -> tables.delete(batch, table.family(), key));
  }

  private void put(WriteBatchWithIndex batch, Table table, byte[] key, byte[] value) {
    tables.put(batch, table.family(), key, value);
  }

  /** What was found wrong. */
  public FindingLog findings() {
    return new FindingLog(tables, options);
  }

  /** What a participant derived. */
  public KeySpace keysOf(CommitParticipant participant) {
    return new ParticipantKeys(tables, participant.name(), options);
  }

  /** Why nothing is answered any more, or nothing more is committed; empty while all is well. */
  public Optional<ReplicaRefusedException> failure() {
    return tables.failure();
  }

  /**
   * Reads every file and compares its checksums.
   *
   * @throws ReplicaRefusedException {@link ReplicaRefusal#REPLICA_CORRUPT} if one is damaged
   */
  public void verifyChecksums() {
    tables.verifyChecksums();
  }

  /**
   * Writes the store as it is into a new folder, while blocks may be committed.
   *
   * @throws ReplicaRefusedException if the disk fails
   */
  public void copyTo(Path folder) {
    tables.copyTo(folder);
  }

  RocksTables tables() {
    return tables;
  }

  ReadOptions options() {
    return options;
  }

  @Override
  public void close() {
    tables.close();
    options.close();
  }
}
