// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BytesTest {
  @Test
  void nobodyCanChangeTheBytesFromOutside() {
    byte[] array = {1, 2, 3};
    Bytes bytes = Bytes.of(array);
    array[0] = 9;
    bytes.toByteArray()[1] = 9;

    assertArrayEquals(new byte[] {1, 2, 3}, bytes.toByteArray());
    assertThrows(java.nio.ReadOnlyBufferException.class, () -> bytes.asByteBuffer().put((byte) 9));
  }

  @Test
  void bytesAreEqualByContent() {
    assertEquals(Bytes.of((byte) 1), Bytes.fromHex("01"));
    assertEquals(Bytes.of((byte) 1).hashCode(), Bytes.fromHex("01").hashCode());
    assertFalse(Bytes.fromHex("01").equals(Bytes.fromHex("0100")));
    assertFalse(Bytes.fromHex("01").equals(Bytes.fromHex("02")));
  }

  @Test
  void theOrderIsThatOfUnsignedBytes() {
    assertTrue(Bytes.fromHex("7f").compareTo(Bytes.fromHex("80")) < 0);
    assertTrue(Bytes.fromHex("01").compareTo(Bytes.fromHex("0100")) < 0);
    assertEquals(0, Bytes.empty().compareTo(Bytes.of()));
  }

  @Test
  void partsAndWholesFitTogether() {
    Bytes whole = Bytes.concat(Bytes.fromHex("0102"), Bytes.empty(), Bytes.fromHex("03"));

    assertEquals(Bytes.fromHex("010203"), whole);
    assertEquals(Bytes.fromHex("02"), whole.slice(1, 2));
    assertEquals(Bytes.empty(), whole.slice(3, 3));
    assertEquals(Bytes.fromHex("0203"), Bytes.of(whole.toByteArray(), 1, 2));
    assertThrows(IndexOutOfBoundsException.class, () -> whole.slice(2, 4));
    assertThrows(IndexOutOfBoundsException.class, () -> whole.slice(2, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> whole.at(3));
  }

  @Test
  void aBufferIsCopiedAndKeepsItsPosition() {
    ByteBuffer buffer = ByteBuffer.wrap(new byte[] {1, 2, 3});
    buffer.get();

    assertEquals(Bytes.fromHex("0203"), Bytes.of(buffer));
    assertEquals(1, buffer.position());
  }

  @Test
  void textFormsReadBack() throws CharacterCodingException {
    Bytes bytes = Bytes.utf8("互信 ÿ");

    assertEquals(bytes, Bytes.fromHex(bytes.hex()));
    assertEquals(bytes, Bytes.fromBase64Url(bytes.base64Url()));
    assertEquals("互信 ÿ", bytes.decodeUtf8());
  }

  @ParameterizedTest
  @ValueSource(strings = {"AA==", "AB", "A", "A+", "A/", "AA\n", " AA"})
  void onlyTheCanonicalBase64UrlIsRead(String text) {
    assertThrows(IllegalArgumentException.class, () -> Bytes.fromBase64Url(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"c0af", "eda080", "ff", "e4ba"})
  void bytesThatAreNotUtf8HaveNoText(String hex) {
    assertThrows(CharacterCodingException.class, () -> Bytes.fromHex(hex).decodeUtf8());
  }

  @Test
  void longByteStringsShowTheirLengthOnly() {
    assertEquals("33 bytes", Bytes.of(new byte[33]).toString());
    assertEquals("0102", Bytes.fromHex("0102").toString());
  }
}
