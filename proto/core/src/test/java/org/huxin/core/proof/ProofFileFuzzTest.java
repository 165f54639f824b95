// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.holder.ConsentRequest;
import org.huxin.core.holder.GrantFile;
import org.huxin.core.holder.PresentedFile;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonRefusedException;
import org.huxin.crypto.bytes.Bytes;

/** Files from strangers: what is read writes the same bytes, all else is refused. */
final class ProofFileFuzzTest {
  @FuzzTest
  void aProofFileIsReadOrRefused(byte[] file) {
    try {
      assertEquals(Bytes.of(file), ProofFile.read(Bytes.of(file)).write());
    } catch (JsonRefusedException | DecodeRefusedException refused) {
      // the other of the two answers
    }
  }

  @FuzzTest
  void aGrantFileIsReadOrRefused(byte[] file) {
    try {
      assertEquals(Bytes.of(file), GrantFile.read(Bytes.of(file)).write());
    } catch (JsonRefusedException | DecodeRefusedException refused) {
      // the other of the two answers
    }
  }

  @FuzzTest
  void aConsentRequestIsReadOrRefused(byte[] payload) {
    try {
      assertEquals(
          Bytes.of(payload),
          ConsentRequest.CODEC.toBytes(
              ConsentRequest.CODEC.fromBytes(Bytes.of(payload), JsonLimits.STATEMENT)));
    } catch (JsonRefusedException | DecodeRefusedException refused) {
      // the other of the two answers
    }
  }

  @FuzzTest
  void aPresentedFileIsReadOrRefused(byte[] file) {
    try {
      assertEquals(Bytes.of(file), PresentedFile.read(Bytes.of(file)).write());
    } catch (JsonRefusedException | DecodeRefusedException refused) {
      // the other of the two answers
    }
  }
}
