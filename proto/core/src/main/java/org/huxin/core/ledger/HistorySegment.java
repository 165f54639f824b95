// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.ledger;

import static org.huxin.core.codec.Field.required;

import java.util.List;
import org.huxin.core.codec.Codec;
import org.huxin.core.codec.DecodeRefusal;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.codec.Place;
import org.huxin.core.codec.Shape;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonValue;

/**
 * Old entries of an entity's history, in the form in which the entity listed them. Written once.
 *
 * @param entries oldest first; unmodifiable
 */
public record HistorySegment(List<JsonObject> entries) {
  /** The name of the kind in keys: followed by the entity's kind and parts, and the number. */
  public static final String KIND = "history";

  private static final Field<HistorySegment, List<JsonObject>> ENTRIES =
      required(
          "entries",
          ListCodec.list(new AnyObject(), History.SEGMENT, History.SEGMENT),
          HistorySegment::entries);

  /** The JSON form. */
  public static final ObjectCodec<HistorySegment> CODEC =
      ObjectCodec.of(members -> new HistorySegment(members.get(ENTRIES)), ENTRIES);

  /** A copy of the given list. */
  public HistorySegment {
    entries = List.copyOf(entries);
  }

  /**
   * The entries in their own form.
   *
   * @throws DecodeRefusedException if they are of another form
   */
  public <E> List<E> entries(Codec<E> entry) {
    return entries.stream().map(entry::decode).toList();
  }

  /** An object that its reader knows how to read. */
  private record AnyObject() implements Codec<JsonObject> {
    @Override
    public JsonValue encode(JsonObject value) {
      return value;
    }

    @Override
    public JsonObject decode(JsonValue json, Place at) {
      if (json instanceof JsonObject object) {
        return object;
      }
      throw new DecodeRefusedException(
          DecodeRefusal.WRONG_KIND,
          at,
          java.util.Map.of("expected", "object", "found", json.kind()));
    }

    @Override
    public Shape shape() {
      return new Shape.Members(List.of());
    }
  }
}
