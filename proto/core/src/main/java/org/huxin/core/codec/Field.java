// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.codec;

import java.util.Optional;
import java.util.function.Function;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonValue;

/**
 * One member of an object's JSON form: its name, its codec and where the value comes from.
 * Immutable.
 *
 * @param <R> the record that has the member
 * @param <V> the member's value; an {@link Optional} for one that may be absent
 */
public abstract sealed class Field<R, V> {
  private final String name;

  private Field(String name) {
    this.name = name;
  }

  /** A member that is always there. */
  public static <R, V> Field<R, V> required(
      String name, Codec<V> codec, Function<? super R, ? extends V> getter) {
    return new Required<>(name, codec, getter);
  }

  /** A member that is absent if the value is empty. */
  public static <R, V> Field<R, Optional<V>> optional(
      String name, Codec<V> codec, Function<? super R, Optional<V>> getter) {
    return new Maybe<>(name, codec, getter);
  }

  /** The member's name. */
  public String name() {
    return name;
  }

  abstract void write(R source, JsonObject.Builder target);

  abstract V read(JsonObject source, Place at);

  abstract Shape.Member shape();

  private static final class Required<R, V> extends Field<R, V> {
    private final Codec<V> codec;
    private final Function<? super R, ? extends V> getter;

    Required(String name, Codec<V> codec, Function<? super R, ? extends V> getter) {
      super(name);
      this.codec = codec;
      this.getter = getter;
    }

    @Override
    void write(R source, JsonObject.Builder target) {
      target.put(name(), codec.encode(getter.apply(source)));
    }

    @Override
    V read(JsonObject source, Place at) {
      Place place = at.member(name());
      JsonValue value =
          source
              .get(name())
              .orElseThrow(
                  () ->
                      new DecodeRefusedException(
                          DecodeRefusal.MEMBER_MISSING, place, java.util.Map.of()));
      return codec.decode(value, place);
    }

    @Override
    Shape.Member shape() {
      return new Shape.Member(name(), true, codec.shape());
    }
  }

  private static final class Maybe<R, V> extends Field<R, Optional<V>> {
    private final Codec<V> codec;
    private final Function<? super R, Optional<V>> getter;

    Maybe(String name, Codec<V> codec, Function<? super R, Optional<V>> getter) {
      super(name);
      this.codec = codec;
      this.getter = getter;
    }

    @Override
    void write(R source, JsonObject.Builder target) {
      getter.apply(source).ifPresent(value -> target.put(name(), codec.encode(value)));
    }

    @Override
    Optional<V> read(JsonObject source, Place at) {
      return source.get(name()).map(value -> codec.decode(value, at.member(name())));
    }

    @Override
    Shape.Member shape() {
      return new Shape.Member(name(), false, codec.shape());
    }
  }
}
