// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.identity;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.protobuf.ByteString;
import java.util.List;
import org.huxin.crypto.bytes.Bytes;

/** Certificates and lists come from strangers: each is read or not, and nothing else happens. */
final class CertificateFuzzTest {
  @FuzzTest
  void aCertificateIsReadOrNot(byte[] der) {
    FabricCertificate.ofDer(Bytes.of(der)).ifPresent(read -> assertNotNull(read.der()));
  }

  @FuzzTest
  void aPemBlockIsFoundOrNot(byte[] text) {
    assertNotNull(FabricCertificate.ofPem(ByteString.copyFrom(text)));
  }

  @FuzzTest
  void aRevocationListIsReadOrRefused(byte[] bytes) {
    try {
      assertNotNull(new RevocationLists(List.of(ByteString.copyFrom(bytes))));
    } catch (IllegalArgumentException refused) {
      // the other of the two answers
    }
  }
}
