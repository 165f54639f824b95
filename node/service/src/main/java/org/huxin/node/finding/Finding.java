// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.finding;

import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;

/**
 * Something that was found wrong (proto/spec/replica.md).
 *
 * @param code what
 * @param block the number of the block it is about
 * @param source who delivered the block: an endpoint of the node's configuration
 * @param seenAt when, by the node's clock, in whole seconds
 * @param evidence what was found and expected, by name; no personal data. Unmodifiable
 */
public record Finding(
    FindingCode code,
    long block,
    String source,
    Instant seenAt,
    SortedMap<String, String> evidence) {
  /** More than any finding has. */
  private static final int MAX_EVIDENCE = 32;

  /** Digests and ids of transactions in hexadecimal, names and numbers are shorter. */
  private static final int MAX_TEXT = 512;

  private record Item(String name, String value) {
    private static final Field<Item, String> NAME =
        required("name", Finding.text("name of evidence"), Item::name);
    private static final Field<Item, String> VALUE =
        required("value", Finding.text("evidence"), Item::value);
    private static final ObjectCodec<Item> CODEC =
        ObjectCodec.of(members -> new Item(members.get(NAME), members.get(VALUE)), NAME, VALUE);
  }

  private static final Field<Finding, FindingCode> CODE =
      required("code", Codecs.enumeration(FindingCode.class), Finding::code);
  private static final Field<Finding, Long> BLOCK =
      required("block", Codecs.integer(0, (1L << 53) - 1), Finding::block);
  private static final Field<Finding, String> SOURCE =
      required("source", text("source"), Finding::source);
  private static final Field<Finding, Instant> SEEN_AT =
      required("seenAt", Codecs.SECONDS, Finding::seenAt);
  private static final Field<Finding, List<Item>> EVIDENCE =
      required("evidence", ListCodec.list(Item.CODEC, 0, MAX_EVIDENCE), Finding::items);

  /** The JSON form. */
  public static final ObjectCodec<Finding> CODEC =
      ObjectCodec.of(
          members ->
              new Finding(
                  members.get(CODE),
                  members.get(BLOCK),
                  members.get(SOURCE),
                  members.get(SEEN_AT),
                  map(members.get(EVIDENCE))),
          CODE,
          BLOCK,
          SOURCE,
          SEEN_AT,
          EVIDENCE);

  /** Copies the map. */
  public Finding {
    evidence = Collections.unmodifiableSortedMap(new TreeMap<>(evidence));
  }

  /** A finding of what a map names. */
  public static Finding of(
      FindingCode code, long block, String source, Instant seenAt, Map<String, String> evidence) {
    return new Finding(code, block, source, seenAt, new TreeMap<>(evidence));
  }

  private List<Item> items() {
    return evidence.entrySet().stream()
        .map(entry -> new Item(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static SortedMap<String, String> map(List<Item> items) {
    SortedMap<String, String> map = new TreeMap<>();
    for (Item item : items) {
      if (map.put(item.name(), item.value()) != null) {
        throw new IllegalArgumentException("evidence of one name twice");
      }
    }
    return map;
  }

  private static Codec<String> text(String grammar) {
    return Codecs.text(grammar, MAX_TEXT, text -> text, text -> text);
  }
}
