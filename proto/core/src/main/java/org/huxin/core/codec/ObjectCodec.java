// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.codec;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonValue;

/**
 * The codec of a record: its fields, and how they make the record. Refuses unknown and missing
 * members.
 *
 * <pre>{@code
 * private static final Field<Window, Instant> FROM = required("from", INSTANT, Window::from);
 * private static final Field<Window, Optional<Instant>> TO = optional("to", INSTANT, Window::to);
 * static final ObjectCodec<Window> CODEC =
 *     ObjectCodec.of(members -> new Window(members.get(FROM), members.get(TO)), FROM, TO);
 * }</pre>
 *
 * @param <T> the record
 */
public final class ObjectCodec<T> implements Codec<T> {
  private final Function<Members<T>, T> constructor;
  private final List<Field<T, ?>> fields;
  private final Set<String> names;
  private final Shape.Members shape;

  private ObjectCodec(Function<Members<T>, T> constructor, List<Field<T, ?>> fields) {
    this.constructor = constructor;
    this.fields = fields;
    this.names = new HashSet<>();
    for (Field<T, ?> field : fields) {
      if (!names.add(field.name())) {
        throw new IllegalArgumentException("two fields named " + field.name());
      }
    }
    this.shape = new Shape.Members(fields.stream().map(Field::shape).toList());
  }

  /**
   * Declares a codec.
   *
   * @param constructor makes the record; an {@link IllegalArgumentException} that it throws becomes
   *     the refusal {@link DecodeRefusal#INCONSISTENT} with its message as the {@code rule}, so
   *     that message must hold no content; so does any other refusal, with its code as the {@code
   *     code}
   * @param fields all members, each once
   * @throws IllegalArgumentException if two fields have the same name
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is copied at once and never written
  public static <T> ObjectCodec<T> of(Function<Members<T>, T> constructor, Field<T, ?>... fields) {
    return new ObjectCodec<>(constructor, List.of(fields));
  }

  @Override
  public JsonObject encode(T value) {
    JsonObject.Builder members = JsonObject.builder();
    for (Field<T, ?> field : fields) {
      field.write(value, members);
    }
    return members.build();
  }

  @Override
  public T decode(JsonValue json, Place at) {
    if (!(json instanceof JsonObject object)) {
      throw Codecs.wrongKind("object", json, at);
    }
    for (String name : object.members().keySet()) {
      if (!names.contains(name)) {
        throw new DecodeRefusedException(DecodeRefusal.MEMBER_UNKNOWN, at, Map.of());
      }
    }
    return Codecs.consistent(at, () -> constructor.apply(new Members<>(object, at)));
  }

  @Override
  public Shape.Members shape() {
    return shape;
  }

  /**
   * The members of an object while it is decoded.
   *
   * @param <T> the record that they make
   */
  public static final class Members<T> {
    private final JsonObject object;
    private final Place at;

    private Members(JsonObject object, Place at) {
      this.object = object;
      this.at = at;
    }

    /**
     * A field's value.
     *
     * @throws DecodeRefusedException if the member is missing or is not the form of such a value
     */
    public <V> V get(Field<T, V> field) {
      return field.read(object, at);
    }
  }
}
