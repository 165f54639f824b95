// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonValue;
import org.huxin.crypto.bytes.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The codec of a list of bounded length.
 *
 * @param <T> the items' type
 */
public final class ListCodec<T> implements Codec<List<T>> {
  private final Codec<T> item;
  private final Shape.Items shape;

  private ListCodec(Codec<T> item, Shape.Items shape) {
    this.item = item;
    this.shape = shape;
  }

  /** A list of {@code min} to {@code max} items in any order. */
  public static <T> ListCodec<T> list(Codec<T> item, int min, int max) {
    return new ListCodec<>(item, new Shape.Items(item.shape(), min, max, false));
  }

  /**
   * A set of {@code min} to {@code max} items, in strictly ascending order of their canonical
   * bytes: one set has one form. The encoder puts them in order.
   */
  public static <T> ListCodec<T> set(Codec<T> item, int min, int max) {
    return new ListCodec<>(item, new Shape.Items(item.shape(), min, max, true));
  }

  /**
   * The JSON form.
   *
   * @throws IllegalArgumentException if there are too few or too many items, or a set's item stands
   *     twice
   */
  @Override
  public JsonArray encode(List<T> value) {
    if (value.size() < shape.min() || value.size() > shape.max()) {
      throw new IllegalArgumentException("from " + shape.min() + " to " + shape.max() + " items");
    }
    List<JsonValue> items = new ArrayList<>(value.size());
    for (T each : value) {
      items.add(item.encode(each));
    }
    if (shape.ascending()) {
      items.sort(java.util.Comparator.comparing(CanonicalJson::encode));
      if (firstNotAscending(items) >= 0) {
        throw new IllegalArgumentException("an item stands twice in a set");
      }
    }
    return new JsonArray(items);
  }

  @Override
  public List<T> decode(JsonValue json, Place at) {
    if (!(json instanceof JsonArray array)) {
      throw Codecs.wrongKind("array", json, at);
    }
    int count = array.items().size();
    if (count < shape.min() || count > shape.max()) {
      throw new DecodeRefusedException(
          DecodeRefusal.COUNT_OUT_OF_RANGE,
          at,
          Map.of(
              "count", Integer.toString(count),
              "min", Integer.toString(shape.min()),
              "max", Integer.toString(shape.max())));
    }
    if (shape.ascending()) {
      int offender = firstNotAscending(array.items());
      if (offender >= 0) {
        throw new DecodeRefusedException(DecodeRefusal.NOT_ASCENDING, at.item(offender), Map.of());
      }
    }
    List<T> items = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      items.add(item.decode(array.items().get(i), at.item(i)));
    }
    return List.copyOf(items);
  }

  private static int firstNotAscending(List<JsonValue> items) {
    @Nullable Bytes previous = null;
    for (int i = 0; i < items.size(); i++) {
      Bytes current = CanonicalJson.encode(items.get(i));
      if (previous != null && previous.compareTo(current) >= 0) {
        return i;
      }
      previous = current;
    }
    return -1;
  }

  @Override
  public Shape.Items shape() {
    return shape;
  }
}
