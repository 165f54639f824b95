// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.seal.certificate.Certificate;
import org.huxin.seal.certificate.CertificateRefusedException;
import org.huxin.seal.certificate.RevocationList;

/** Whatever the readers of ASN.1 are given, they read it, all of it, or refuse. */
final class SealFuzzTest {
  @FuzzTest
  void aSealIsReadOrRefused(byte[] input) {
    try {
      Seal seal = Seal.read(Bytes.of(input));
      assertEquals(Bytes.of(input), seal.encoding());
    } catch (StructureRefusedException refused) {
      // the other of the two answers
    }
  }

  @FuzzTest
  void aSealingIsReadOrRefused(byte[] input) {
    try {
      SealSignature sealing = SealSignature.read(Bytes.of(input));
      assertEquals(Bytes.of(input), sealing.encoding());
      assertEquals(sealing.seal(), Seal.read(sealing.seal().encoding()));
    } catch (StructureRefusedException refused) {
      // the other of the two answers
    }
  }

  @FuzzTest
  void aCertificateIsReadOrRefused(byte[] input) {
    try {
      Certificate certificate = Certificate.read(Bytes.of(input));
      assertEquals(certificate, Certificate.ofPem(certificate.toPem()));
    } catch (CertificateRefusedException refused) {
      // the other of the two answers
    }
  }

  @FuzzTest
  void aRevocationListIsReadOrRefused(byte[] input) {
    try {
      RevocationList list = RevocationList.read(Bytes.of(input));
      assertEquals(list.toPem(), RevocationList.ofPem(list.toPem()).toPem());
    } catch (CertificateRefusedException refused) {
      // the other of the two answers
    }
  }
}
