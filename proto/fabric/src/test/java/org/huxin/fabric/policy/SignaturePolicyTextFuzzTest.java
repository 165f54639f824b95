// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

/** Whatever an administrator types: it is a policy or refused, and a policy can be printed. */
final class SignaturePolicyTextFuzzTest {
  @FuzzTest
  void aTextIsReadOrRefused(FuzzedDataProvider data) {
    try {
      SignaturePolicyEnvelope policy = SignaturePolicyText.parse(data.consumeRemainingAsString());
      assertEquals(policy, SignaturePolicyText.parse(SignaturePolicyText.print(policy)));
    } catch (PolicyTextRefusedException refused) {
      // the other of the two answers
    }
  }
}
