// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import java.util.List;
import java.util.function.UnaryOperator;
import org.huxin.fabric.ConfigChange;
import org.huxin.fabric.GoldenKeys;
import org.huxin.fabric.GoldenLedger;
import org.huxin.fabric.identity.MemberIdentity;
import org.hyperledger.fabric.protos.common.CombinedPrincipal;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.MSPIdentityAnonymity;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPPrincipal.Classification;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.common.OrganizationUnit;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recorded network's identities and every kind of principal. */
final class MembersTest {
  private static final ConfigGroup CHANNEL =
      ConfigChange.config(GoldenLedger.blocks("ordos").get(0)).getChannelGroup();
  private static final Members MEMBERS = members(CHANNEL);
  private static final ByteString DATA = ByteString.copyFromUtf8("data");

  private static Members members(ConfigGroup channel) {
    return new Members(
        new ChannelConfiguration(
            org.hyperledger.fabric.protos.common.Config.newBuilder()
                .setChannelGroup(channel)
                .build()));
  }

  private static SignedData signed(String city, String name) {
    return new SignedData(DATA, GoldenKeys.identity(city, name), GoldenKeys.sign(city, name, DATA));
  }

  private static MemberIdentity identity(String name) {
    return MEMBERS.find(GoldenKeys.identity("Ordos", name)).orElseThrow();
  }

  private static MSPPrincipal principal(Classification kind, MessageLite value) {
    return MSPPrincipal.newBuilder()
        .setPrincipalClassification(kind)
        .setPrincipal(value.toByteString())
        .build();
  }

  private static MSPPrincipal role(String msp, MSPRoleType role) {
    return principal(
        Classification.ROLE, MSPRole.newBuilder().setMspIdentifier(msp).setRole(role).build());
  }

  private static MSPPrincipal named(String name) {
    return MSPPrincipal.newBuilder()
        .setPrincipalClassification(Classification.IDENTITY)
        .setPrincipal(GoldenKeys.identity("Ordos", name))
        .build();
  }

  private static MSPPrincipal both(MSPPrincipal... parts) {
    return principal(
        Classification.COMBINED,
        CombinedPrincipal.newBuilder().addAllPrincipals(List.of(parts)).build());
  }

  private static boolean is(String name, MSPPrincipal principal) {
    SignaturePolicyEnvelope policy =
        SignaturePolicyEnvelope.newBuilder()
            .setRule(SignaturePolicy.newBuilder().setSignedBy(0))
            .addIdentities(principal)
            .build();
    return MEMBERS.policies().satisfiesKeyPolicy(policy.toByteString(), List.of(identity(name)));
  }

  @Test
  void aRoleIsOneOfAnMsp() {
    assertTrue(is("peer0", role("OrdosMSP", MSPRoleType.PEER)));
    assertTrue(is("peer0", role("OrdosMSP", MSPRoleType.MEMBER)));
    assertFalse(is("peer0", role("OrdosMSP", MSPRoleType.CLIENT)));
    assertFalse(is("peer0", role("HohhotMSP", MSPRoleType.PEER)));
    assertTrue(is("admin", role("OrdosMSP", MSPRoleType.ADMIN)));
    assertTrue(is("orderer0", role("OrdosMSP", MSPRoleType.ORDERER)));
    assertTrue(is("edclient", role("OrdosMSP", MSPRoleType.CLIENT)));
    assertFalse(is("noou", role("OrdosMSP", MSPRoleType.MEMBER)));
  }

  @Test
  void anIdentityIsOneCertificateAndValid() {
    assertTrue(is("peer0", named("peer0")));
    assertFalse(is("peer0", named("client")));
    assertFalse(is("noou", named("noou")));
  }

  @Test
  void aUnitIsOneWithItsCertifiers() {
    MemberIdentity peer = identity("peer0");
    OrganizationUnit unit =
        OrganizationUnit.newBuilder()
            .setMspIdentifier("OrdosMSP")
            .setOrganizationalUnitIdentifier("peer")
            .setCertifiersIdentifier(ByteString.copyFrom(peer.certifiers().asByteBuffer()))
            .build();
    assertTrue(is("peer0", principal(Classification.ORGANIZATION_UNIT, unit)));
    assertFalse(is("client", principal(Classification.ORGANIZATION_UNIT, unit)));
    assertFalse(
        is(
            "peer0",
            principal(
                Classification.ORGANIZATION_UNIT,
                unit.toBuilder().clearCertifiersIdentifier().build())));
    assertFalse(
        is(
            "peer0",
            principal(
                Classification.ORGANIZATION_UNIT,
                unit.toBuilder().setMspIdentifier("HohhotMSP").build())));
  }

  @Test
  void aCombinationIsAllOfItsParts() {
    MSPPrincipal member = role("OrdosMSP", MSPRoleType.MEMBER);
    assertTrue(is("peer0", both(member, named("peer0"))));
    assertTrue(is("peer0", both(member, both(member, named("peer0")))));
    assertFalse(is("peer0", both(member, named("client"))));
    assertFalse(is("peer0", both()));
  }

  @Test
  void nobodyIsAnonymous() {
    assertFalse(
        is(
            "peer0",
            principal(
                Classification.ANONYMITY,
                MSPIdentityAnonymity.newBuilder()
                    .setAnonymityType(MSPIdentityAnonymity.MSPIdentityAnonymityType.ANONYMOUS)
                    .build())));
    assertTrue(
        is(
            "peer0",
            principal(Classification.ANONYMITY, MSPIdentityAnonymity.getDefaultInstance())));
  }

  @Test
  void whatCannotBeReadIsNobody() {
    for (Classification kind :
        List.of(
            Classification.ROLE,
            Classification.ORGANIZATION_UNIT,
            Classification.IDENTITY,
            Classification.ANONYMITY,
            Classification.COMBINED)) {
      assertFalse(
          is(
              "peer0",
              MSPPrincipal.newBuilder()
                  .setPrincipalClassification(kind)
                  .setPrincipal(ByteString.fromHex("ff"))
                  .build()));
    }
    assertFalse(is("peer0", MSPPrincipal.newBuilder().setPrincipalClassificationValue(9).build()));
    assertTrue(MEMBERS.find(ByteString.fromHex("ff")).isEmpty());
  }

  @Test
  void countsWhoSignedTwiceOnce() {
    SignedData peer = signed("Ordos", "peer0");
    SignedData forged =
        new SignedData(DATA, peer.identity(), signed("Hohhot", "peer0").signature());
    assertEquals(List.of(identity("peer0")), MEMBERS.signers(List.of(forged, peer, peer)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"OtherMSP", "HohhotMSP"})
  void anMspIsKnownByItsIdAndNotByTheNameOfItsGroup(String id) {
    ConfigGroup renamed = withOrdos(msp -> msp.setName(id));
    if (id.equals("HohhotMSP")) {
      assertThrows(IllegalArgumentException.class, () -> members(renamed));
      return;
    }
    ByteString peer =
        org.hyperledger.fabric.protos.msp.SerializedIdentity.newBuilder()
            .setMspid(id)
            .setIdBytes(GoldenKeys.certificate("Ordos", "peer0"))
            .build()
            .toByteString();
    assertTrue(members(renamed).find(peer).orElseThrow().isValid());
    assertTrue(members(renamed).find(GoldenKeys.identity("Ordos", "peer0")).isPresent());
  }

  @Test
  void peersRefuseAnMspOfAnotherKind() {
    ConfigGroup application = CHANNEL.getGroupsOrThrow("Application");
    ConfigGroup member = application.getGroupsOrThrow("OrdosMSP");
    ConfigGroup idemix =
        member.toBuilder()
            .putValues(
                "MSP",
                member.getValuesOrThrow("MSP").toBuilder()
                    .setValue(MSPConfig.newBuilder().setType(1).build().toByteString())
                    .build())
            .build();
    assertThrows(
        IllegalArgumentException.class,
        () ->
            members(
                CHANNEL.toBuilder()
                    .putGroups(
                        "Application",
                        application.toBuilder().putGroups("OrdosMSP", idemix).build())
                    .build()));
  }

  /** Changes the MSP in the application's group only; the orderers' keeps the name. */
  private static ConfigGroup withOrdos(UnaryOperator<FabricMSPConfig.Builder> change) {
    ConfigGroup application = CHANNEL.getGroupsOrThrow("Application");
    ConfigGroup member = application.getGroupsOrThrow("OrdosMSP");
    try {
      MSPConfig msp = MSPConfig.parseFrom(member.getValuesOrThrow("MSP").getValue());
      ByteString changed =
          change
              .apply(FabricMSPConfig.parseFrom(msp.getConfig()).toBuilder())
              .build()
              .toByteString();
      ConfigGroup with =
          member.toBuilder()
              .putValues(
                  "MSP",
                  member.getValuesOrThrow("MSP").toBuilder()
                      .setValue(msp.toBuilder().setConfig(changed).build().toByteString())
                      .build())
              .build();
      return CHANNEL.toBuilder()
          .putGroups("Application", application.toBuilder().putGroups("OrdosMSP", with).build())
          .build();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }
}
