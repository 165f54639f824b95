// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huxin.fabric.policy.SignaturePolicyText;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.Policy;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signers are words such as {@code A.peer}; a signer of A is a member of A besides. */
final class PolicyEvaluatorTest {
  private static boolean matches(MSPPrincipal principal, String signer) {
    try {
      MSPRole role = MSPRole.parseFrom(principal.getPrincipal());
      String name = role.getRole().name().toLowerCase(Locale.ROOT);
      return signer.equals(role.getMspIdentifier() + "." + name)
          || (name.equals("member") && signer.startsWith(role.getMspIdentifier() + "."));
    } catch (InvalidProtocolBufferException e) {
      return false;
    }
  }

  private static PolicyEvaluator<String> evaluator(ConfigGroup channel) {
    return new PolicyEvaluator<>(
        new ChannelConfiguration(Config.newBuilder().setChannelGroup(channel).build()),
        PolicyEvaluatorTest::matches);
  }

  private static boolean satisfies(String policy, String... signers) {
    return evaluator(ConfigGroup.getDefaultInstance())
        .satisfiesKeyPolicy(
            SignaturePolicyText.parse(policy).toByteString(), Arrays.asList(signers));
  }

  @Test
  void usesEachSignerOnce() {
    assertTrue(satisfies("AND('A.peer', 'A.peer')", "A.peer", "A.peer"));
    assertFalse(satisfies("AND('A.peer', 'A.peer')", "A.peer"));
    assertTrue(satisfies("OutOf(2, 'A.peer', 'B.peer', 'C.peer')", "C.peer", "A.peer"));
    assertFalse(satisfies("OutOf(2, 'A.peer', 'B.peer', 'C.peer')", "C.peer", "X.peer"));
  }

  @Test
  void hasNoSecondThoughts() {
    // The only peer of A is taken as the member, so that no peer is left.
    assertFalse(satisfies("AND('A.member', 'A.peer')", "A.peer", "A.client"));
    assertTrue(satisfies("AND('A.member', 'A.peer')", "A.client", "A.peer"));
    assertTrue(satisfies("AND('A.peer', 'A.member')", "A.peer", "A.client"));
  }

  @Test
  void goesOnAfterTheCountIsReached() {
    // The second rule consumes the peer although the first was enough.
    assertFalse(satisfies("AND(OR('A.client', 'A.peer'), 'A.peer')", "A.client", "A.peer"));
  }

  @Test
  void givesBackWhatAFailedGateHadTaken() {
    assertTrue(satisfies("OR(AND('A.peer', 'B.peer'), OutOf(1, 'A.peer'))", "A.peer"));
    assertTrue(satisfies("OutOf(0, 'A.peer')"));
    assertFalse(satisfies("OutOf(2, 'A.peer')", "A.peer", "A.peer"));
  }

  @Test
  void aPolicyWithARuleThatNamesNobodyIsSatisfiedByNobody() {
    SignaturePolicyEnvelope good = SignaturePolicyText.parse("OR('A.peer', 'B.peer')");
    PolicyEvaluator<String> evaluator = evaluator(ConfigGroup.getDefaultInstance());
    for (SignaturePolicyEnvelope bad :
        List.of(
            good.toBuilder().removeIdentities(1).build(),
            SignaturePolicyEnvelope.getDefaultInstance())) {
      assertFalse(evaluator.satisfiesKeyPolicy(bad.toByteString(), List.of("A.peer")));
      assertFalse(
          evaluator.satisfies(
              ApplicationPolicy.newBuilder().setSignaturePolicy(bad).build(), List.of("A.peer")));
    }
    assertTrue(evaluator.satisfiesKeyPolicy(good.toByteString(), List.of("A.peer")));
    assertFalse(evaluator.satisfiesKeyPolicy(ByteString.fromHex("ff"), List.of("A.peer")));
    assertFalse(evaluator.satisfies(ApplicationPolicy.getDefaultInstance(), List.of("A.peer")));
  }

  private static ConfigPolicy signature(String text) {
    return policy(
        Policy.PolicyType.SIGNATURE_VALUE, SignaturePolicyText.parse(text).toByteString());
  }

  private static ConfigPolicy policy(int type, ByteString value) {
    return ConfigPolicy.newBuilder()
        .setPolicy(Policy.newBuilder().setType(type).setValue(value))
        .build();
  }

  private static ConfigPolicy implicit(ImplicitMetaPolicy.Rule rule) {
    return policy(
        Policy.PolicyType.IMPLICIT_META_VALUE,
        ImplicitMetaPolicy.newBuilder()
            .setRule(rule)
            .setSubPolicy("Writers")
            .build()
            .toByteString());
  }

  private static ConfigGroup organisation(String policy) {
    return policy.isEmpty()
        ? ConfigGroup.getDefaultInstance()
        : ConfigGroup.newBuilder().putPolicies("Writers", signature(policy)).build();
  }

  private static ConfigGroup application(ImplicitMetaPolicy.Rule rule, String... policies) {
    ConfigGroup.Builder application = ConfigGroup.newBuilder().putPolicies("P", implicit(rule));
    for (int i = 0; i < policies.length; i++) {
      application.putGroups("Org" + i, organisation(policies[i]));
    }
    return ConfigGroup.newBuilder().putGroups("Application", application.build()).build();
  }

  private static Optional<String> refusal(ConfigGroup channel, String... signers) {
    return evaluator(channel).refusal("/Channel/Application/P", Arrays.asList(signers));
  }

  @ParameterizedTest
  @CsvSource({
    "ANY, 1, true",
    "ANY, 0, false",
    "ALL, 3, true",
    "ALL, 2, false",
    "MAJORITY, 2, true",
    "MAJORITY, 1, false"
  })
  void countsTheOrganisationsThatAreSatisfied(
      ImplicitMetaPolicy.Rule rule, int count, boolean satisfied) {
    ConfigGroup channel = application(rule, "OR('A.peer')", "OR('B.peer')", "OR('C.peer')");
    String[] signers =
        List.of("A.peer", "B.peer", "C.peer").subList(0, count).toArray(new String[0]);
    assertEquals(satisfied, refusal(channel, signers).isEmpty());
  }

  @Test
  void anOrganisationWithoutThePolicyCountsAndIsNotSatisfied() {
    assertTrue(
        refusal(application(ImplicitMetaPolicy.Rule.MAJORITY, "OR('A.peer')", ""), "A.peer")
            .isPresent());
    assertEquals(
        Optional.of(
            "implicit policy evaluation failed - 1 sub-policies were satisfied, but this policy"
                + " requires 2 of the 'Writers' sub-policies to be satisfied"),
        refusal(application(ImplicitMetaPolicy.Rule.ALL, "OR('A.peer')", ""), "A.peer"));
    assertTrue(
        refusal(application(ImplicitMetaPolicy.Rule.ANY, "OR('A.peer')", ""), "A.peer").isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"ANY", "ALL", "MAJORITY"})
  void ofNoOrganisationsNoneIsEnough(ImplicitMetaPolicy.Rule rule) {
    assertEquals(Optional.empty(), refusal(application(rule)));
  }

  @Test
  void oneSignerMaySatisfyThePoliciesOfSeveralOrganisations() {
    assertEquals(
        Optional.empty(),
        refusal(
            application(ImplicitMetaPolicy.Rule.ALL, "OR('A.peer')", "OR('A.member')"), "A.peer"));
  }

  @Test
  void findsPoliciesByTheirPath() {
    ConfigGroup channel = application(ImplicitMetaPolicy.Rule.ANY, "OR('A.peer')");
    PolicyEvaluator<String> evaluator = evaluator(channel);
    List<String> signer = List.of("A.peer");
    assertEquals(Optional.empty(), evaluator.refusal("/Channel/Application/Org0/Writers", signer));
    for (String path :
        List.of(
            "",
            "P",
            "/Channel",
            "/Channel/",
            "/Channel/P",
            "/Channel/Application/Q/Writers",
            "/Other/Application/P",
            "/Channel/Application/P/")) {
      assertTrue(evaluator.refusal(path, signer).isPresent(), path);
    }
  }

  @Test
  void peersRefuseAConfigurationWithAPolicyThatCannotBeEvaluated() {
    for (ConfigPolicy bad :
        List.of(
            ConfigPolicy.getDefaultInstance(),
            policy(Policy.PolicyType.MSP_VALUE, ByteString.EMPTY),
            policy(Policy.PolicyType.IMPLICIT_META_VALUE, ByteString.fromHex("ff")),
            policy(Policy.PolicyType.IMPLICIT_META_VALUE, ByteString.fromHex("1007")),
            policy(Policy.PolicyType.SIGNATURE_VALUE, ByteString.EMPTY),
            policy(
                Policy.PolicyType.SIGNATURE_VALUE,
                SignaturePolicyText.parse("OR('A.peer')").toBuilder()
                    .setVersion(1)
                    .build()
                    .toByteString()),
            policy(
                Policy.PolicyType.SIGNATURE_VALUE,
                SignaturePolicyEnvelope.newBuilder()
                    .setRule(SignaturePolicy.newBuilder().setSignedBy(0))
                    .build()
                    .toByteString()))) {
      ConfigGroup inner = ConfigGroup.newBuilder().putPolicies("Writers", bad).build();
      ConfigGroup channel = ConfigGroup.newBuilder().putGroups("Application", inner).build();
      assertThrows(IllegalArgumentException.class, () -> PolicyForm.require(channel));
    }
    PolicyForm.require(application(ImplicitMetaPolicy.Rule.ANY, "OR('A.peer')"));
  }
}
