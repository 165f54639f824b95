// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.licence.LicenceStatus;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.vectors.VectorFiles;
import org.junit.jupiter.api.Test;

/** The page's example is the state proof that the code writes and reads. */
final class BundlePageTest {
  @Test
  void theStateProofOfThePageIsReadAndWrittenAsItStands() {
    SampleBundle sample = new SampleBundle();
    StateProof proof =
        sample.prove(StateKey.of(LicenceStatus.key(sample.view.proof.record().ref())));
    String text = CanonicalJson.text(StateProof.CODEC.encode(proof));

    assertEquals(text, VectorFiles.currentExample("bundle", "state-proof", text));
    assertEquals(proof, StateProof.CODEC.fromBytes(Bytes.utf8(text), JsonLimits.STATEMENT));
    proof.verify(sample.map().root());
  }
}
