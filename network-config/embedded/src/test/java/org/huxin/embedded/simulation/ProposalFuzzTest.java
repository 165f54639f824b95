// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.simulation;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** Whatever bytes clients send as a proposal. */
final class ProposalFuzzTest {

  @FuzzTest
  void aProposalIsTakenApartOrRefused(byte[] bytes) {
    try {
      assertNotNull(
          Invocation.parse(
              SignedProposal.newBuilder().setProposalBytes(ByteString.copyFrom(bytes)).build()));
    } catch (InvalidProtocolBufferException refused) {
      // the other of the two answers
    }
  }
}
