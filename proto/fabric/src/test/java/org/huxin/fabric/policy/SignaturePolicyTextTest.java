// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.util.List;
import org.huxin.fabric.GoldenLedger;
import org.huxin.fabric.block.TransactionView;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SignaturePolicyTextTest {
  private static MSPPrincipal role(String msp, MSPRole.MSPRoleType role) {
    return MSPPrincipal.newBuilder()
        .setPrincipal(
            MSPRole.newBuilder().setMspIdentifier(msp).setRole(role).build().toByteString())
        .build();
  }

  private static SignaturePolicy signedBy(int index) {
    return SignaturePolicy.newBuilder().setSignedBy(index).build();
  }

  private static SignaturePolicy outOf(int n, SignaturePolicy... rules) {
    return SignaturePolicy.newBuilder()
        .setNOutOf(SignaturePolicy.NOutOf.newBuilder().setN(n).addAllRules(List.of(rules)))
        .build();
  }

  private static PolicyTextRefusal refusal(String text) {
    return assertThrows(PolicyTextRefusedException.class, () -> SignaturePolicyText.parse(text))
        .code();
  }

  /** The definition of the chaincode registry was made by Fabric's own tool. */
  @Test
  void readsWhatFabricsToolMadeOfTheSameText() {
    ByteString policy =
        SignaturePolicyText.parse("OutOf(2,'OrdosMSP.peer','HohhotMSP.peer','BaotouMSP.peer')")
            .toByteString();
    assertTrue(
        GoldenLedger.blocks("ordos").stream()
            .flatMap(block -> block.getData().getDataList().stream())
            .flatMap(envelope -> TransactionView.of(envelope).action().stream())
            .anyMatch(action -> contains(action.getResults(), policy)));
  }

  private static boolean contains(ByteString bytes, ByteString part) {
    for (int at = 0; at + part.size() <= bytes.size(); at++) {
      if (bytes.substring(at, at + part.size()).equals(part)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void numbersThePrincipalsOfInnerGatesFirst() {
    SignaturePolicyEnvelope policy =
        SignaturePolicyText.parse("OR('A.admin', AND('B.client','B.client'), \"c.d-1.orderer\")");
    assertEquals(
        SignaturePolicyEnvelope.newBuilder()
            .setRule(outOf(1, signedBy(2), outOf(2, signedBy(0), signedBy(1)), signedBy(3)))
            .addIdentities(role("B", MSPRole.MSPRoleType.CLIENT))
            .addIdentities(role("B", MSPRole.MSPRoleType.CLIENT))
            .addIdentities(role("A", MSPRole.MSPRoleType.ADMIN))
            .addIdentities(role("c.d-1", MSPRole.MSPRoleType.ORDERER))
            .build(),
        policy);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "And('A.peer','B.peer')",
        "and('A.peer','B.peer')",
        "AND( 'A.peer' ,\n\t'B.peer' )",
        "OutOf(2,'A.peer','B.peer')",
        "outof('2','A.peer','B.peer')",
        " OUTOF ( 2 , \"A.peer\", \"B.peer\" ) "
      })
  void readsEverySpellingAlike(String text) {
    assertEquals(
        SignaturePolicyText.parse("AND('A.peer', 'B.peer')"), SignaturePolicyText.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AND('A.peer', 'B.member')",
        "OR('A.peer', OutOf(2, 'A.client', 'B.orderer', 'C.admin'))",
        "OutOf(1, 'A.peer')",
        "OutOf(0, 'A.peer', 'B.peer')",
        "OutOf(3, 'A.peer', 'B.peer')"
      })
  void printsWhatItReads(String text) {
    assertEquals(text, SignaturePolicyText.print(SignaturePolicyText.parse(text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|POLICY_TEXT_SYNTAX",
        "'A.peer'|POLICY_TEXT_SYNTAX",
        "XOR('A.peer')|POLICY_TEXT_SYNTAX",
        "aND('A.peer')|POLICY_TEXT_SYNTAX",
        "AND|POLICY_TEXT_SYNTAX",
        "AND('A.peer'|POLICY_TEXT_SYNTAX",
        "AND('A.peer' 'B.peer')|POLICY_TEXT_SYNTAX",
        "AND('A.peer'))|POLICY_TEXT_SYNTAX",
        "AND('A.peer\")|POLICY_TEXT_SYNTAX",
        "AND(A.peer)|POLICY_TEXT_SYNTAX",
        "AND('A.peer',)|POLICY_TEXT_SYNTAX",
        "OutOf('A.peer','B.peer')|POLICY_TEXT_SYNTAX",
        "OutOf(-1,'A.peer')|POLICY_TEXT_SYNTAX",
        "OutOf(1+1,'A.peer')|POLICY_TEXT_SYNTAX",
        "AND()|POLICY_TEXT_COUNT",
        "OutOf(1)|POLICY_TEXT_COUNT",
        "OutOf(3,'A.peer')|POLICY_TEXT_COUNT",
        "AND('A.boss')|POLICY_TEXT_PRINCIPAL",
        "AND('peer')|POLICY_TEXT_PRINCIPAL",
        "AND('.peer')|POLICY_TEXT_PRINCIPAL",
        "AND('A B.peer')|POLICY_TEXT_PRINCIPAL",
        "AND('A.Peer')|POLICY_TEXT_PRINCIPAL"
      },
      quoteCharacter = '`')
  void refusesWhatIsNoPolicy(String text, PolicyTextRefusal code) {
    assertEquals(code, refusal(text.equals("''") ? "" : text));
  }

  @Test
  void refusesWhatIsTooLongOrTooDeep() {
    assertEquals(
        PolicyTextRefusal.POLICY_TEXT_TOO_LONG,
        refusal(" ".repeat(SignaturePolicyText.MAX_LENGTH + 1)));
    int deep = SignaturePolicyText.MAX_DEPTH;
    SignaturePolicyText.parse("AND(".repeat(deep) + "'A.peer'" + ")".repeat(deep));
    assertEquals(
        PolicyTextRefusal.POLICY_TEXT_TOO_DEEP,
        refusal("AND(".repeat(deep + 1) + "'A.peer'" + ")".repeat(deep + 1)));
  }

  @Test
  void refusesToPrintWhatHasNoText() {
    SignaturePolicyEnvelope good = SignaturePolicyText.parse("AND('A.peer', 'B.peer')");
    for (SignaturePolicyEnvelope bad :
        List.of(
            SignaturePolicyEnvelope.getDefaultInstance(),
            good.toBuilder().setVersion(1).build(),
            good.toBuilder().setRule(signedBy(0)).build(),
            good.toBuilder().setRule(outOf(1)).build(),
            good.toBuilder().setRule(outOf(1, signedBy(2))).build(),
            good.toBuilder().setRule(outOf(3, signedBy(0))).build(),
            good.toBuilder().setRule(outOf(1, SignaturePolicy.getDefaultInstance())).build(),
            good.toBuilder().setIdentities(0, role("A B", MSPRole.MSPRoleType.PEER)).build(),
            good.toBuilder()
                .setIdentities(
                    0,
                    MSPPrincipal.newBuilder()
                        .setPrincipalClassification(MSPPrincipal.Classification.IDENTITY))
                .build(),
            good.toBuilder()
                .setIdentities(0, MSPPrincipal.newBuilder().setPrincipal(ByteString.fromHex("ff")))
                .build())) {
      assertEquals(
          PolicyTextRefusal.POLICY_WITHOUT_TEXT,
          assertThrows(PolicyTextRefusedException.class, () -> SignaturePolicyText.print(bad))
              .code());
    }
  }
}
