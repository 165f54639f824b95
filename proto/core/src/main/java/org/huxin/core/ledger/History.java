// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.ledger;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.Entity.Shortened;

/**
 * The versions of an entity, oldest first. What an entity's own value lists is bounded: older
 * entries stand in numbered segments. Immutable.
 *
 * @param before how many entries stand in segments or were forgotten: a multiple of {@link
 *     #SEGMENT}
 * @param entries the others, at least one; unmodifiable
 * @param <E> what is kept of each version
 */
public record History<E extends HistoryEntry>(int before, List<E> entries) {
  /** How many entries a segment holds: a value that is read often stays beneath some 20 KiB. */
  public static final int SEGMENT = 32;

  /** From how many entries on the oldest move away. */
  public static final int CLOSE_AT = 2 * SEGMENT;

  /**
   * The most entries of one value. Entries younger than the greatest age of a statement cannot move
   * away, so this is also how often an entity may change within that age.
   */
  public static final int MAX_ENTRIES = 256;

  /** More entries than any entity will have. */
  private static final int MAX_BEFORE = 1_000_000;

  /**
   * A history.
   *
   * @throws IllegalArgumentException if it is empty or too long, or its numbers do not fit
   */
  public History {
    entries = List.copyOf(entries);
    if (before < 0 || before % SEGMENT != 0 || entries.isEmpty() || entries.size() > MAX_ENTRIES) {
      throw new IllegalArgumentException("from 1 to " + MAX_ENTRIES + " entries behind segments");
    }
    for (int i = 1; i < entries.size(); i++) {
      if (entries.get(i).at().isBefore(entries.get(i - 1).at())) {
        throw new IllegalArgumentException("entries in the order in which they were recorded");
      }
    }
  }

  /** The history of an entity that was just created. */
  public static <E extends HistoryEntry> History<E> begin(E first) {
    return new History<>(0, List.of(first));
  }

  /** The codec of a history of such entries. */
  public static <E extends HistoryEntry> ObjectCodec<History<E>> codec(Codec<E> entry) {
    Field<History<E>, Optional<Integer>> before =
        optional(
            "before",
            Codecs.count(SEGMENT, MAX_BEFORE),
            history -> history.before() == 0 ? Optional.empty() : Optional.of(history.before()));
    Field<History<E>, List<E>> list =
        required("entries", ListCodec.list(entry, 1, MAX_ENTRIES), History::entries);
    return ObjectCodec.of(
        members -> new History<>(members.get(before).orElse(0), members.get(list)), before, list);
  }

  /** The number of the last version, from 1. */
  public int version() {
    return before + entries.size();
  }

  /** The first entry that the value lists. */
  public E first() {
    return entries.get(0);
  }

  /** The last entry. */
  public E last() {
    return entries.get(entries.size() - 1);
  }

  /** The entry of a version, if the value lists it. */
  public Optional<E> entry(int version) {
    int index = version - before - 1;
    return index >= 0 && index < entries.size()
        ? Optional.of(entries.get(index))
        : Optional.empty();
  }

  /** Whether a statement made one of the versions that the value lists. */
  public boolean holds(StatementId statement) {
    return entries.stream().anyMatch(entry -> entry.statement().equals(statement));
  }

  /** The entries that were recorded by a time; all for an empty one. */
  public Stream<E> knownAt(Optional<Instant> time) {
    return entries.stream().filter(entry -> time.isEmpty() || !entry.at().isAfter(time.get()));
  }

  /** Whether no further entry fits. */
  public boolean isFull() {
    return entries.size() == MAX_ENTRIES;
  }

  /**
   * With one more version.
   *
   * @throws IllegalArgumentException if the history is full, or the entry was recorded earlier than
   *     the last one
   */
  public History<E> append(E entry) {
    List<E> all = new ArrayList<>(entries);
    all.add(entry);
    return new History<>(before, all);
  }

  /** Without the oldest entries once there are many: for what nobody asks of its past. */
  public History<E> forget() {
    return entries.size() < CLOSE_AT
        ? this
        : new History<>(before + SEGMENT, entries.subList(SEGMENT, entries.size()));
  }

  /**
   * Takes the oldest entries out.
   *
   * @param olderThan only entries recorded before may move
   * @param entry the entries' codec
   * @param rest makes the entity with the shorter history
   * @return empty if there are too few entries, or one of the oldest is too young
   */
  public Optional<Shortened> close(
      Instant olderThan, ObjectCodec<E> entry, Function<History<E>, ? extends Entity> rest) {
    boolean due = entries.size() >= CLOSE_AT && entries.get(SEGMENT - 1).at().isBefore(olderThan);
    if (!due) {
      return Optional.empty();
    }
    HistorySegment segment =
        new HistorySegment(entries.subList(0, SEGMENT).stream().map(entry::encode).toList());
    History<E> shorter = new History<>(before + SEGMENT, entries.subList(SEGMENT, entries.size()));
    return Optional.of(new Shortened(rest.apply(shorter), before / SEGMENT, segment));
  }
}
