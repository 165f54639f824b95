// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.SignatureHash;
import org.huxin.fabric.identity.TestAuthority.Identity;
import org.huxin.fabric.identity.TestAuthority.Kind;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.msp.FabricCryptoConfig;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.FabricNodeOUs;
import org.hyperledger.fabric.protos.msp.FabricOUIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Organisations of every shape, and certificates from within and without. */
final class MspTest {
  private static final ByteString MESSAGE = ByteString.copyFromUtf8("message");

  private final TestAuthority root = TestAuthority.root(Kind.P256, "root");
  private final TestAuthority middle = root.beneath(Kind.P256, "middle");
  private final TestAuthority issuing = middle.beneath(Kind.P256, "issuing");

  private static FabricOUIdentifier unit(String name) {
    return FabricOUIdentifier.newBuilder().setOrganizationalUnitIdentifier(name).build();
  }

  private static FabricNodeOUs roles() {
    return FabricNodeOUs.newBuilder()
        .setEnable(true)
        .setClientOuIdentifier(unit("client"))
        .setPeerOuIdentifier(unit("peer"))
        .setAdminOuIdentifier(unit("admin"))
        .setOrdererOuIdentifier(unit("orderer"))
        .build();
  }

  private static Msp msp(
      UnaryOperator<FabricMSPConfig.Builder> change,
      TestAuthority root,
      TestAuthority... intermediates) {
    return new Msp(
        change
            .apply(
                FabricMSPConfig.newBuilder()
                    .setName("OrdosMSP")
                    .addRootCerts(root.pem())
                    .addAllIntermediateCerts(TestAuthority.pems(intermediates))
                    .setFabricNodeOus(roles()))
            .build(),
        true);
  }

  private Msp deep(UnaryOperator<FabricMSPConfig.Builder> change) {
    return msp(change, root, middle, issuing);
  }

  private Msp deep() {
    return deep(config -> config);
  }

  private static boolean isValid(Msp msp, Identity identity) {
    return msp.identify(identity.pem()).filter(MemberIdentity::isValid).isPresent();
  }

  private static Set<MSPRoleType> roles(Msp msp, Identity identity) {
    return msp.identify(identity.pem()).orElseThrow().roles();
  }

  private static void refusedByPeers(Runnable made) {
    assertThrows(IllegalArgumentException.class, made::run);
  }

  @ParameterizedTest
  @CsvSource({
    "P256, P256",
    "P384, P256",
    "P256, P384",
    "P384, P384",
    "ED25519, P256",
    "P256, ED25519",
    "ED25519, ED25519"
  })
  void knowsIdentitiesAndAuthoritiesOfEveryKind(Kind authority, Kind kind) {
    TestAuthority top = TestAuthority.root(authority, "root");
    TestAuthority below = top.beneath(authority, "below");
    Msp msp = msp(config -> config, top, below);
    Identity peer = below.issue(kind, below.request("peer"));
    MemberIdentity known = msp.identify(peer.pem()).orElseThrow();
    assertTrue(known.isValid());
    assertEquals(Set.of(MSPRoleType.MEMBER, MSPRoleType.PEER), known.roles());
    assertTrue(known.hasSigned(MESSAGE, peer.sign(MESSAGE)));
    assertFalse(known.hasSigned(ByteString.EMPTY, peer.sign(MESSAGE)));
    assertFalse(known.hasSigned(MESSAGE, ByteString.EMPTY));
  }

  @Test
  void acceptsEd25519OnlyWhereTheChannelDoes() {
    Identity client = root.issue(Kind.ED25519, root.request("client"));
    FabricMSPConfig config =
        FabricMSPConfig.newBuilder().addRootCerts(root.pem()).setFabricNodeOus(roles()).build();
    assertTrue(isValid(new Msp(config, true), client));
    assertFalse(isValid(new Msp(config, false), client));
  }

  @Test
  void followsChainsOfAnyDepth() {
    TestAuthority deeper = issuing.beneath(Kind.P384, "deeper");
    Msp msp = msp(config -> config, root, middle, issuing, deeper);
    assertTrue(isValid(msp, deeper.issue(Kind.P256, deeper.request("peer"))));
    assertEquals("OrdosMSP", msp.id());
  }

  @Test
  void anAuthorityWithOthersBeneathItIssuesNoIdentities() {
    assertTrue(isValid(deep(), issuing.issue(Kind.P256, issuing.request("peer"))));
    for (TestAuthority inner : List.of(root, middle)) {
      Identity early = inner.issue(Kind.P256, inner.request("peer"));
      assertFalse(isValid(deep(), early));
      assertEquals(Set.of(), roles(deep(), early));
    }
    TestAuthority other = root.beneath(Kind.P256, "other");
    assertTrue(
        isValid(
            msp(config -> config, root, middle, other),
            other.issue(Kind.P256, other.request("peer"))));
  }

  @Test
  void aStrangersCertificateIsNobodys() {
    TestAuthority stranger = TestAuthority.root(Kind.P256, "issuing");
    assertEquals(
        Optional.empty(),
        deep().identify(stranger.issue(Kind.P256, stranger.request("peer")).pem()));
    assertEquals(Optional.empty(), deep().identify(ByteString.copyFromUtf8("no certificate")));
  }

  @Test
  void anAuthorityIsNoIdentity() {
    assertFalse(deep().identify(issuing.pem()).orElseThrow().isValid());
    Identity another = issuing.issue(Kind.P256, issuing.request(Optional.empty(), true, "peer"));
    assertFalse(isValid(deep(), another));
  }

  @Test
  void judgesAtTheBeginningOfTheCertificate() {
    Identity expired =
        issuing.issue(
            Kind.P256, issuing.request("peer").until(TestAuthority.BEGIN.plusSeconds(60)));
    assertTrue(isValid(deep(), expired));
    assertEquals(
        TestAuthority.BEGIN.plusSeconds(60),
        deep().identify(expired.pem()).orElseThrow().notAfter());
    Identity never = issuing.issue(Kind.P256, issuing.request("peer").until(TestAuthority.BEGIN));
    assertEquals(Optional.empty(), deep().identify(never.pem()));
  }

  @Test
  void asksForTheUseThatGoAsksFor() {
    Identity server =
        issuing.issue(
            Kind.P256, issuing.request(Optional.of(KeyPurposeId.id_kp_serverAuth), false, "peer"));
    Identity client =
        issuing.issue(
            Kind.P256, issuing.request(Optional.of(KeyPurposeId.id_kp_clientAuth), false, "peer"));
    assertTrue(isValid(deep(), server));
    assertEquals(Optional.empty(), deep().identify(client.pem()));
  }

  @Test
  void refusesAnUnknownCriticalExtension() {
    Identity strange =
        issuing.issue(Kind.P256, issuing.request("peer").withUnknownCriticalExtension());
    assertEquals(Optional.empty(), deep().identify(strange.pem()));
  }

  @Test
  void twoFormsOfOneCertificateAreOneIdentity() throws IOException {
    Identity peer = issuing.issue(Kind.P256, issuing.request("peer"));
    ByteString other = TestAuthority.armoured("CERTIFICATE", otherS(peer.der()).toByteArray());
    assertEquals(deep().identify(peer.pem()), deep().identify(other));
    assertTrue(deep().identify(other).isPresent());
  }

  private static Bytes otherS(Bytes certificate) throws IOException {
    ASN1Sequence parts = ASN1Sequence.getInstance(certificate.toByteArray());
    ASN1Sequence pair =
        ASN1Sequence.getInstance(ASN1BitString.getInstance(parts.getObjectAt(2)).getOctets());
    ASN1Integer s =
        new ASN1Integer(
            CustomNamedCurves.getByName("P-256")
                .getN()
                .subtract(ASN1Integer.getInstance(pair.getObjectAt(1)).getValue()));
    byte[] signature = new DERSequence(new ASN1Encodable[] {pair.getObjectAt(0), s}).getEncoded();
    return Bytes.of(
        new DERSequence(
                new ASN1Encodable[] {
                  parts.getObjectAt(0), parts.getObjectAt(1), new DERBitString(signature)
                })
            .getEncoded());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "010203", "3000", "3003020101", "300404000400"})
  void aCertificateWhoseSignatureIsNoPairOfNumbersIsNobodys(String hex) throws IOException {
    ASN1Sequence parts =
        ASN1Sequence.getInstance(
            issuing.issue(Kind.P256, issuing.request("peer")).der().toByteArray());
    byte[] crafted =
        new DERSequence(
                new ASN1Encodable[] {
                  parts.getObjectAt(0),
                  parts.getObjectAt(1),
                  new DERBitString(Bytes.fromHex(hex).toByteArray())
                })
            .getEncoded();
    assertEquals(Optional.empty(), deep().identify(TestAuthority.armoured("CERTIFICATE", crafted)));
  }

  @Test
  void aCertificateWithBytesToSpareIsNone() {
    Bytes der = issuing.issue(Kind.P256, issuing.request("peer")).der();
    Bytes longer = Bytes.concat(der, Bytes.of((byte) 0));
    assertEquals(
        Optional.empty(),
        deep().identify(TestAuthority.armoured("CERTIFICATE", longer.toByteArray())));
  }

  @Test
  void doesNotAcceptSha1() {
    TestAuthority old = TestAuthority.root(Kind.P256_SHA1, "old");
    refusedByPeers(() -> msp(config -> config, old));
  }

  @Test
  void aRevokedCertificateIsNotValid() {
    Identity peer = issuing.issue(Kind.P256, issuing.request("peer"));
    Identity other = issuing.issue(Kind.P256, issuing.request("peer"));
    Msp msp = deep(config -> config.addRevocationList(issuing.revoke(issuing, peer)));
    assertFalse(isValid(msp, peer));
    assertEquals(Set.of(), roles(msp, peer));
    assertTrue(isValid(msp, other));
  }

  @Test
  void aListCountsOnlyWithTheSignatureOfTheAuthorityThatItNames() {
    Identity peer = issuing.issue(Kind.P256, issuing.request("peer"));
    assertTrue(
        isValid(deep(config -> config.addRevocationList(middle.revoke(issuing, peer))), peer));
    assertTrue(
        isValid(deep(config -> config.addRevocationList(issuing.revoke(middle, peer))), peer));
  }

  @Test
  void aListThatNamesNoAuthoritySpoilsEverybody() {
    Identity peer = root.issue(Kind.P256, root.request("peer"));
    assertFalse(isValid(msp(config -> config.addRevocationList(root.revokeUnnamed()), root), peer));
    refusedByPeers(() -> deep(config -> config.addRevocationList(issuing.revokeUnnamed())));
    refusedByPeers(
        () -> deep(config -> config.addRevocationList(ByteString.copyFromUtf8("no list"))));
  }

  @Test
  void aListMadeWithSha1StillRevokes() {
    Identity peer = root.issue(Kind.P256, root.request("peer"));
    assertFalse(
        isValid(msp(config -> config.addRevocationList(root.revokeWithSha1(peer)), root), peer));
  }

  @ParameterizedTest
  @CsvSource({
    "client, CLIENT",
    "peer, PEER",
    "admin, ADMIN",
    "orderer, ORDERER",
  })
  void givesTheRoleOfTheUnit(String unit, MSPRoleType role) {
    assertEquals(
        Set.of(MSPRoleType.MEMBER, role),
        roles(deep(), issuing.issue(Kind.P256, issuing.request("accounts", unit))));
  }

  @Test
  void needsExactlyOneUnitWithARole() {
    for (String[] units :
        new String[][] {{}, {"accounts"}, {"client", "peer"}, {"peer", "peer"}, {"Peer"}}) {
      assertFalse(isValid(deep(), issuing.issue(Kind.P256, issuing.request(units))));
    }
  }

  @Test
  void unitsMayHaveOtherNames() {
    Msp msp =
        deep(
            config ->
                config.setFabricNodeOus(
                    roles().toBuilder().setPeerOuIdentifier(unit("node")).build()));
    assertEquals(
        Set.of(MSPRoleType.MEMBER, MSPRoleType.PEER),
        roles(msp, issuing.issue(Kind.P256, issuing.request("node"))));
    assertFalse(isValid(msp, issuing.issue(Kind.P256, issuing.request("peer"))));
  }

  @Test
  void aUnitMayBeOneAuthoritysAlone() {
    TestAuthority other = root.beneath(Kind.P256, "other");
    FabricOUIdentifier ofOther = unit("peer").toBuilder().setCertificate(other.pem()).build();
    Msp msp =
        msp(
            config ->
                config.setFabricNodeOus(roles().toBuilder().setPeerOuIdentifier(ofOther).build()),
            root,
            middle,
            other);
    assertTrue(isValid(msp, other.issue(Kind.P256, other.request("peer"))));
    assertFalse(isValid(msp, middle.issue(Kind.P256, middle.request("peer"))));
    assertTrue(isValid(msp, middle.issue(Kind.P256, middle.request("client"))));
    refusedByPeers(
        () ->
            deep(
                config ->
                    config.setFabricNodeOus(
                        roles().toBuilder().setPeerOuIdentifier(ofOther).build())));
  }

  @Test
  void mayAskForAUnitOfAnAuthority() {
    Msp msp =
        deep(
            config ->
                config.addOrganizationalUnitIdentifiers(
                    unit("accounts").toBuilder().setCertificate(issuing.pem())));
    assertTrue(isValid(msp, issuing.issue(Kind.P256, issuing.request("accounts", "peer"))));
    assertFalse(isValid(msp, issuing.issue(Kind.P256, issuing.request("peer"))));
  }

  @Test
  void withoutRolesOnlyListedAdministratorsDiffer() {
    Identity administrator = issuing.issue(Kind.P256, issuing.request());
    Msp msp = deep(config -> config.clearFabricNodeOus().addAdmins(administrator.pem()));
    assertEquals(Set.of(MSPRoleType.MEMBER, MSPRoleType.ADMIN), roles(msp, administrator));
    assertEquals(
        Set.of(MSPRoleType.MEMBER),
        roles(msp, issuing.issue(Kind.P256, issuing.request("peer", "client"))));
  }

  @Test
  void anAdministratorIsListedOrHasAUnit() {
    refusedByPeers(() -> deep(FabricMSPConfig.Builder::clearFabricNodeOus));
    refusedByPeers(
        () ->
            deep(
                config ->
                    config.setFabricNodeOus(roles().toBuilder().clearAdminOuIdentifier().build())));
    Identity peer = issuing.issue(Kind.P256, issuing.request("peer"));
    refusedByPeers(() -> deep(config -> config.addAdmins(peer.pem())));
    Identity client = issuing.issue(Kind.P256, issuing.request("client"));
    assertEquals(
        Set.of(MSPRoleType.MEMBER, MSPRoleType.CLIENT, MSPRoleType.ADMIN),
        roles(deep(config -> config.addAdmins(client.pem())), client));
  }

  @Test
  void refusesAuthoritiesThatAreNone() {
    refusedByPeers(() -> new Msp(FabricMSPConfig.newBuilder().build(), true));
    refusedByPeers(() -> deep(config -> config.addRootCerts(ByteString.copyFromUtf8("none"))));
    refusedByPeers(() -> deep(config -> config.addRootCerts(issuing.pem())));
    refusedByPeers(() -> msp(config -> config, root, issuing));
    Identity peer = issuing.issue(Kind.P256, issuing.request("peer"));
    refusedByPeers(() -> deep(config -> config.addIntermediateCerts(peer.pem())));
  }

  @Test
  void refusesARevokedAuthority() {
    Identity authority = root.issue(Kind.P256, root.request(Optional.empty(), true));
    refusedByPeers(
        () ->
            msp(
                config ->
                    config
                        .addIntermediateCerts(authority.pem())
                        .addRevocationList(root.revoke(root, authority)),
                root));
  }

  @Test
  void hashesAsTheOrganisationSays() {
    Identity peer = issuing.issue(Kind.P256, issuing.request("peer"));
    UnaryOperator<FabricMSPConfig.Builder> sha3 =
        config ->
            config.setCryptoConfig(
                FabricCryptoConfig.newBuilder()
                    .setSignatureHashFamily("SHA3")
                    .setIdentityIdentifierHashFunction("SHA3_256"));
    MemberIdentity known = deep(sha3).identify(peer.pem()).orElseThrow();
    assertEquals(SignatureHash.SHA3_256, known.hash());
    assertFalse(known.hasSigned(MESSAGE, peer.sign(MESSAGE)));
    assertFalse(known.certifiers().equals(deep().identify(peer.pem()).orElseThrow().certifiers()));
    UnaryOperator<FabricMSPConfig.Builder> unknown =
        config ->
            config.setCryptoConfig(FabricCryptoConfig.newBuilder().setSignatureHashFamily("MD5"));
    assertFalse(
        deep(unknown).identify(peer.pem()).orElseThrow().hasSigned(MESSAGE, peer.sign(MESSAGE)));
    refusedByPeers(
        () ->
            deep(
                config ->
                    config.setCryptoConfig(
                        FabricCryptoConfig.newBuilder().setIdentityIdentifierHashFunction("MD5"))));
  }
}
