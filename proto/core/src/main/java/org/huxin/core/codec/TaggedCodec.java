// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.codec;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonString;
import org.huxin.core.json.JsonValue;

/**
 * The codec of a sealed type: one of several objects, told apart by a member.
 *
 * @param <T> the sealed type
 */
public final class TaggedCodec<T> implements Codec<T> {
  private record Case<T, S extends T>(Class<S> type, String value, ObjectCodec<S> codec) {
    JsonObject encode(T value) {
      return codec.encode(type.cast(value));
    }
  }

  private final String tag;
  private final Map<String, Case<T, ? extends T>> cases;
  private final Shape.OneOf shape;

  private TaggedCodec(String tag, Map<String, Case<T, ? extends T>> cases) {
    this.tag = tag;
    this.cases = new LinkedHashMap<>(cases);
    this.shape =
        new Shape.OneOf(
            tag,
            cases.values().stream()
                .map(each -> new Shape.Case(each.value(), each.codec().shape()))
                .toList());
  }

  /**
   * Begins a declaration.
   *
   * @param tag the name of the member that tells the cases apart
   */
  public static <T> Builder<T> by(String tag) {
    return new Builder<>(tag);
  }

  @Override
  public JsonObject encode(T value) {
    for (Case<T, ? extends T> each : cases.values()) {
      if (each.type().isInstance(value)) {
        TreeMap<String, JsonValue> members = new TreeMap<>(each.encode(value).members());
        members.put(tag, new JsonString(each.value()));
        return new JsonObject(members);
      }
    }
    throw new IllegalArgumentException("no case for " + value.getClass().getSimpleName());
  }

  @Override
  public T decode(JsonValue json, Place at) {
    if (!(json instanceof JsonObject object)) {
      throw Codecs.wrongKind("object", json, at);
    }
    JsonValue found =
        object
            .get(tag)
            .orElseThrow(
                () ->
                    new DecodeRefusedException(
                        DecodeRefusal.MEMBER_MISSING, at.member(tag), Map.of()));
    Case<T, ? extends T> match =
        found instanceof JsonString string ? cases.get(string.value()) : null;
    if (match == null) {
      throw new DecodeRefusedException(
          DecodeRefusal.TEXT_REFUSED,
          at.member(tag),
          Map.of("expected", String.join(" | ", cases.keySet())));
    }
    TreeMap<String, JsonValue> rest = new TreeMap<>(object.members());
    rest.remove(tag);
    return match.codec().decode(new JsonObject(rest), at);
  }

  @Override
  public Shape.OneOf shape() {
    return shape;
  }

  /**
   * Collects the cases. Mutable and for one thread.
   *
   * @param <T> the sealed type
   */
  public static final class Builder<T> {
    private final String tag;
    private final Map<String, Case<T, ? extends T>> cases = new LinkedHashMap<>();

    private Builder(String tag) {
      this.tag = tag;
    }

    /**
     * Adds a case.
     *
     * @throws IllegalArgumentException if the value already names a case
     */
    @CanIgnoreReturnValue
    public <S extends T> Builder<T> with(String value, Class<S> type, ObjectCodec<S> codec) {
      if (cases.putIfAbsent(value, new Case<>(type, value, codec)) != null) {
        throw new IllegalArgumentException("two cases named " + value);
      }
      return this;
    }

    /** The codec. */
    public TaggedCodec<T> build() {
      return new TaggedCodec<>(tag, cases);
    }
  }
}
