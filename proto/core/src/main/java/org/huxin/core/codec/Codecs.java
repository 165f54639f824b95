// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.huxin.core.json.JsonBoolean;
import org.huxin.core.json.JsonInteger;
import org.huxin.core.json.JsonString;
import org.huxin.core.json.JsonValue;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.refusal.RefusedException;

/** The codecs from which those of records are put together. */
public final class Codecs {
  /** The last second of the year 9999: beyond it a date has no four-digit year. */
  private static final long LAST_SECOND = 253_402_300_799L;

  /** A digest with its algorithm: {@code sm3:} or {@code sha256:} and 64 hexadecimal digits. */
  public static final Codec<Digest> DIGEST = text("digest", 71, Digest::parse, Digest::toString);

  /**
   * A point in time: whole seconds since 1970-01-01T00:00:00Z, from 0 to the end of the year 9999.
   * The encoder refuses fractions rather than dropping them.
   */
  public static final Codec<Instant> SECONDS =
      new Mapped<>(
          integer(0, LAST_SECOND), Instant::ofEpochSecond, Codecs::wholeSeconds, "seconds");

  /** A calendar day, {@code YYYY-MM-DD}. */
  public static final Codec<LocalDate> DATE =
      text("date", 10, LocalDate::parse, LocalDate::toString);

  /** True or false. */
  public static final Codec<Boolean> BOOLEAN = new Truth();

  private Codecs() {}

  private static long wholeSeconds(Instant time) {
    if (time.getNano() != 0) {
      throw new IllegalArgumentException("a time in whole seconds");
    }
    return time.getEpochSecond();
  }

  /**
   * A text of a closed grammar.
   *
   * @param grammar its name on the spec pages
   * @param maxLength in UTF-16 code units; checked before {@code parse} sees the text
   * @param parse throws {@link IllegalArgumentException}, {@link DateTimeException} or a {@link
   *     RefusedException} for a text outside the grammar, without repeating it
   * @param print the canonical text; a text that parses but prints differently is refused
   */
  public static <T> Codec<T> text(
      String grammar, int maxLength, Function<String, T> parse, Function<T, String> print) {
    return new Text<>(new Shape.Text(grammar, maxLength, false), parse, print);
  }

  /** A text that people write, which {@code parse} must screen. Otherwise as {@link #text}. */
  public static <T> Codec<T> freeText(
      String kind, int maxLength, Function<String, T> parse, Function<T, String> print) {
    return new Text<>(new Shape.Text(kind, maxLength, true), parse, print);
  }

  /** The names of an enum's constants. */
  public static <E extends Enum<E>> Codec<E> enumeration(Class<E> type) {
    return text(
        String.join(
            " | ", java.util.Arrays.stream(type.getEnumConstants()).map(Enum::name).toList()),
        64,
        name -> Enum.valueOf(type, name),
        Enum::name);
  }

  /** Exactly so many bytes, as base64url without padding. */
  public static Codec<Bytes> bytes(int length) {
    return text(
        "base64url of " + length + " bytes",
        (length * 4 + 2) / 3,
        text -> {
          Bytes bytes = Bytes.fromBase64Url(text);
          if (bytes.length() != length) {
            throw new IllegalArgumentException("exactly " + length + " bytes");
          }
          return bytes;
        },
        Bytes::base64Url);
  }

  /** Bytes up to a length, as base64url without padding. */
  public static Codec<Bytes> bytesUpTo(int maxLength) {
    return text(
        "base64url of at most " + maxLength + " bytes",
        (int) (((long) maxLength * 4 + 2) / 3),
        Bytes::fromBase64Url,
        Bytes::base64Url);
  }

  /** An integer from {@code min} to {@code max}, both inclusive. */
  public static Codec<Long> integer(long min, long max) {
    return new IntegerCodec(min, max);
  }

  /** An integer from {@code min} to {@code max}, both inclusive, as an {@code int}. */
  public static Codec<Integer> count(int min, int max) {
    return new Mapped<>(integer(min, max), Math::toIntExact, Integer::longValue, "count");
  }

  /** Another type with the same JSON form. */
  public static <A, B> Codec<B> map(
      Codec<A> codec, String rule, Function<A, B> decode, Function<B, A> encode) {
    return new Mapped<>(codec, decode, encode, rule);
  }

  static DecodeRefusedException wrongKind(String expected, JsonValue found, Place at) {
    return new DecodeRefusedException(
        DecodeRefusal.WRONG_KIND, at, Map.of("expected", expected, "found", found.kind()));
  }

  /** Turns a constructor's complaint into a refusal that names the rule or the complaint's code. */
  static <T> T consistent(Place at, Supplier<T> constructor) {
    try {
      return constructor.get();
    } catch (DecodeRefusedException e) {
      throw e; // a member's own refusal, with its own place
    } catch (RefusedException e) {
      throw new DecodeRefusedException(
          DecodeRefusal.INCONSISTENT, at, Map.of("code", e.code().name()));
    } catch (IllegalArgumentException e) {
      throw new DecodeRefusedException(
          DecodeRefusal.INCONSISTENT, at, Map.of("rule", String.valueOf(e.getMessage())));
    }
  }

  private record Text<T>(Shape.Text shape, Function<String, T> parse, Function<T, String> print)
      implements Codec<T> {
    @Override
    public JsonValue encode(T value) {
      return new JsonString(print.apply(value));
    }

    @Override
    public T decode(JsonValue json, Place at) {
      if (!(json instanceof JsonString string)) {
        throw wrongKind("string", json, at);
      }
      if (string.value().length() > shape.maxLength()) {
        throw new DecodeRefusedException(
            DecodeRefusal.TEXT_TOO_LONG, at, Map.of("limit", Integer.toString(shape.maxLength())));
      }
      T value;
      try {
        value = parse.apply(string.value());
      } catch (RefusedException e) {
        throw new DecodeRefusedException(
            DecodeRefusal.TEXT_REFUSED,
            at,
            Map.of("expected", shape.grammar(), "code", e.code().name()));
      } catch (IllegalArgumentException | DateTimeException e) {
        throw refused(at);
      }
      if (!print.apply(value).equals(string.value())) {
        throw refused(at);
      }
      return value;
    }

    private DecodeRefusedException refused(Place at) {
      return new DecodeRefusedException(
          DecodeRefusal.TEXT_REFUSED, at, Map.of("expected", shape.grammar()));
    }
  }

  private record IntegerCodec(long min, long max) implements Codec<Long> {
    @Override
    public JsonValue encode(Long value) {
      if (value < min || value > max) {
        throw new IllegalArgumentException("an integer from " + min + " to " + max);
      }
      return new JsonInteger(value);
    }

    @Override
    public Long decode(JsonValue json, Place at) {
      if (!(json instanceof JsonInteger integer)) {
        throw wrongKind("integer", json, at);
      }
      if (integer.value() < min || integer.value() > max) {
        throw new DecodeRefusedException(
            DecodeRefusal.INTEGER_OUT_OF_RANGE,
            at,
            Map.of("min", Long.toString(min), "max", Long.toString(max)));
      }
      return integer.value();
    }

    @Override
    public Shape shape() {
      return new Shape.IntegerRange(min, max);
    }
  }

  private record Truth() implements Codec<Boolean> {
    @Override
    public JsonValue encode(Boolean value) {
      return new JsonBoolean(value);
    }

    @Override
    public Boolean decode(JsonValue json, Place at) {
      if (!(json instanceof JsonBoolean truth)) {
        throw wrongKind("boolean", json, at);
      }
      return truth.value();
    }

    @Override
    public Shape shape() {
      return new Shape.Truth();
    }
  }

  private record Mapped<A, B>(
      Codec<A> inner, Function<A, B> forward, Function<B, A> back, String rule)
      implements Codec<B> {
    @Override
    public JsonValue encode(B value) {
      return inner.encode(back.apply(value));
    }

    @Override
    public B decode(JsonValue json, Place at) {
      A value = inner.decode(json, at);
      try {
        return forward.apply(value);
      } catch (IllegalArgumentException | RefusedException e) {
        throw new DecodeRefusedException(DecodeRefusal.INCONSISTENT, at, Map.of("rule", rule));
      }
    }

    @Override
    public Shape shape() {
      return inner.shape();
    }
  }
}
