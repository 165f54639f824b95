// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.bytes;

import com.google.errorprone.annotations.Immutable;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * An immutable byte string, possibly empty. Copies on the way in and on the way out, so that nobody
 * can change it. Equality is by content and takes a time that depends on the lengths only; the
 * order is that of unsigned bytes.
 */
@Immutable
public final class Bytes implements Comparable<Bytes> {
  private static final Bytes EMPTY = new Bytes(new byte[0]);

  @SuppressWarnings("Immutable") // never written after construction, never handed out
  private final byte[] value;

  private Bytes(byte[] value) {
    this.value = value;
  }

  /** The empty byte string. */
  public static Bytes empty() {
    return EMPTY;
  }

  /** A copy of the given bytes. */
  public static Bytes of(byte... bytes) {
    return bytes.length == 0 ? EMPTY : new Bytes(bytes.clone());
  }

  /**
   * A copy of a part of the given bytes.
   *
   * @throws IndexOutOfBoundsException if the part does not lie within the bytes
   */
  public static Bytes of(byte[] bytes, int offset, int length) {
    java.util.Objects.checkFromIndexSize(offset, length, bytes.length);
    return length == 0 ? EMPTY : new Bytes(Arrays.copyOfRange(bytes, offset, offset + length));
  }

  /** A copy of the buffer's remaining bytes; the buffer's position does not move. */
  public static Bytes of(ByteBuffer buffer) {
    byte[] copy = new byte[buffer.remaining()];
    buffer.duplicate().get(copy);
    return copy.length == 0 ? EMPTY : new Bytes(copy);
  }

  /** The UTF-8 form of a text; a lone surrogate becomes {@code ?}, so screen texts first. */
  public static Bytes utf8(String text) {
    return text.isEmpty() ? EMPTY : new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads lower- or upper-case hexadecimal digits without separators.
   *
   * @throws IllegalArgumentException if the text is not an even number of hexadecimal digits
   */
  public static Bytes fromHex(String hex) {
    return new Bytes(HexFormat.of().parseHex(hex));
  }

  /**
   * Reads base64url without padding (RFC 4648 section 5), strictly: only the encoding that {@link
   * #base64Url} gives is accepted.
   *
   * @throws IllegalArgumentException if the text is not that encoding of any byte string
   */
  public static Bytes fromBase64Url(String text) {
    Bytes decoded = new Bytes(Base64.getUrlDecoder().decode(text));
    if (!decoded.base64Url().equals(text)) {
      throw new IllegalArgumentException("not the canonical base64url encoding");
    }
    return decoded;
  }

  /** All the parts, one after the other. */
  public static Bytes concat(Bytes... parts) {
    int length = 0;
    for (Bytes part : parts) {
      length = Math.addExact(length, part.value.length);
    }
    byte[] joined = new byte[length];
    int at = 0;
    for (Bytes part : parts) {
      System.arraycopy(part.value, 0, joined, at, part.value.length);
      at += part.value.length;
    }
    return new Bytes(joined);
  }

  /** The number of bytes. */
  public int length() {
    return value.length;
  }

  /** Whether there is no byte. */
  public boolean isEmpty() {
    return value.length == 0;
  }

  /**
   * One byte.
   *
   * @throws IndexOutOfBoundsException unless {@code 0 <= index < length()}
   */
  public byte at(int index) {
    return value[index];
  }

  /**
   * The bytes from {@code from} (inclusive) to {@code to} (exclusive).
   *
   * @throws IndexOutOfBoundsException unless {@code 0 <= from <= to <= length()}
   */
  public Bytes slice(int from, int to) {
    java.util.Objects.checkFromToIndex(from, to, value.length);
    return from == to ? EMPTY : new Bytes(Arrays.copyOfRange(value, from, to));
  }

  /** A fresh copy. */
  public byte[] toByteArray() {
    return value.clone();
  }

  /** A read-only view of the bytes. */
  public ByteBuffer asByteBuffer() {
    return ByteBuffer.wrap(value).asReadOnlyBuffer();
  }

  /** A stream over the bytes. */
  public InputStream asInputStream() {
    return new ByteArrayInputStream(value);
  }

  /** Feeds the bytes to a digest without copying them. */
  public void updateTo(MessageDigest digest) {
    digest.update(value);
  }

  /**
   * Copies the bytes into an array.
   *
   * @throws IndexOutOfBoundsException if they do not fit there
   */
  public void copyTo(byte[] target, int offset) {
    System.arraycopy(value, 0, target, offset, value.length);
  }

  /** Lower-case hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(value);
  }

  /** Base64url without padding (RFC 4648 section 5). */
  public String base64Url() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
  }

  /**
   * The text of which these bytes are the UTF-8 form.
   *
   * @throws CharacterCodingException if they are not well-formed UTF-8
   */
  public String decodeUtf8() throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
  }

  @Override
  public int compareTo(Bytes other) {
    return Arrays.compareUnsigned(value, other.value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && MessageDigest.isEqual(value, that.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  /** The length and, for short byte strings, the digits: bytes of secrets belong in other types. */
  @Override
  public String toString() {
    return value.length <= 32 ? hex() : value.length + " bytes";
  }
}
