// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.Signature;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.seal.check.WrittenSignature.Form;
import org.huxin.seal.write.SignatureForms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of proto/spec/seal-check.md, How signatures are written. */
final class WrittenSignatureTest {
  /** r begins with a high bit, s with a zero byte: both kinds of padding show. */
  private static final Signature VALUE =
      new Signature(
          SignatureSuite.SM, Bytes.fromHex("80" + "11".repeat(31) + "00" + "22".repeat(31)));

  private static final Bytes DER = VALUE.toDer();
  private static final Bytes ZERO = Bytes.of((byte) 0);

  private static void assertRead(Form form, Bytes written) {
    assertEquals(Optional.of(new WrittenSignature(VALUE, form)), WrittenSignature.read(written));
  }

  @Test
  void theStandardsFormIsRead() {
    assertRead(Form.DER, DER);
  }

  @Test
  void aSecondLeadingByteIsReadAndNamed() {
    assertRead(Form.LEADING_BYTE, Bytes.concat(ZERO, DER));
  }

  @Test
  void paddingIsReadAndNamed() {
    assertRead(Form.PADDING, SignatureForms.padded(DER));
    assertRead(Form.PADDING, SignatureForms.unsigned(DER));
    assertRead(Form.LEADING_BYTE_AND_PADDING, Bytes.concat(ZERO, SignatureForms.padded(DER)));
  }

  @Test
  void bareNumbersAreNoSignature() {
    assertEquals(Optional.empty(), WrittenSignature.read(SignatureForms.raw(DER)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "30",
        "3000",
        "3003020101",
        "3006020101020100",
        "300602010102010100",
        "30060201010201",
        "3006020101030101",
        "3007020101020101",
        "3080020101020101"
      })
  void whatIsNoPairInRangeIsNoSignature(String hex) {
    assertTrue(WrittenSignature.read(Bytes.fromHex(hex)).isEmpty(), hex);
  }

  @Test
  void aNumberOfMoreThanTheFieldIsNoSignature() {
    Bytes number = Bytes.concat(Bytes.of((byte) 2, (byte) 33), Bytes.fromHex("01".repeat(33)));
    Bytes pair = Bytes.concat(Bytes.of((byte) 0x30, (byte) 70), number, number);
    assertTrue(WrittenSignature.read(pair).isEmpty());
  }
}
