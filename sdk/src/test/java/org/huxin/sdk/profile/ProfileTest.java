// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.MspId;
import org.huxin.core.statement.Endpoint;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.Signer;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.sdk.gateway.SampleIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {
  private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");
  private static final LedgerId LEDGER =
      new LedgerId(DigestAlgorithm.SHA_256.digest(Bytes.utf8("ledger")));

  private final SecureRandom random = new SecureRandom();
  private final SigningKey key = SigningKey.generate(SignatureSuite.P256, random);
  private final FabricIdentity identity =
      SampleIdentity.of(key, NOW, NOW.plus(Duration.ofDays(30)));

  @TempDir private Path folder;

  private Profile.Builder some() {
    return Profile.builder(LEDGER, identity)
        .peer(
            new GatewayPeer(
                new Endpoint("peer0.ordos.example:7051"),
                Optional.of(
                    SampleIdentity.of(NOW, NOW.plus(Duration.ofDays(3)).plusSeconds(1))
                        .certificate()),
                Optional.of("peer0.ordos.example")))
        .peer(GatewayPeer.plain("127.0.0.1:7051"));
  }

  private static ProfileRefusal refused(org.junit.jupiter.api.function.Executable attempt) {
    return assertThrows(ProfileRefusedException.class, attempt).code();
  }

  @Test
  void aFileIsReadAsItWasWritten() throws IOException {
    Profile profile = some().channel("other").chaincode("own-code").build();
    Path file = folder.resolve("profile.json");
    Files.write(file, Profile.CODEC.toBytes(profile).toByteArray());
    assertEquals(profile, Profile.read(file));
    assertEquals(Deadlines.DEFAULT, profile.deadlines());

    Deadlines own =
        new Deadlines(
            Duration.ofMillis(1),
            Duration.ofMillis(2),
            Duration.ofMillis(3),
            Duration.ofMillis(4),
            Duration.ofMillis(5),
            Duration.ofHours(1));
    Profile patient = some().deadlines(own).build();
    assertEquals(own, Profile.parse(Profile.CODEC.toBytes(patient)).deadlines());
  }

  @Test
  void theExampleOfTheSpecificationIsReadAndWritten() throws IOException {
    String page =
        Files.readString(
            Path.of(System.getProperty("huxin.root", ""), "proto/spec/connection-profile.md"));
    String example = page.split("```json\\n", -1)[1].split("\\n```", -1)[0];
    Profile profile = Profile.parse(Bytes.utf8(example));
    assertEquals(Bytes.utf8(example), Profile.CODEC.toBytes(profile));
    assertEquals(Duration.ofSeconds(20), profile.deadlines().submit());
    assertEquals(SignatureSuite.ED25519, ProfileSigner.of(profile, random).publicKey().suite());
  }

  @Test
  void peopleMayWriteItAsTheyLike() {
    Profile profile = some().build();
    String json = new String(Profile.CODEC.toBytes(profile).toByteArray(), StandardCharsets.UTF_8);
    assertEquals(profile, Profile.parse(Bytes.utf8(" " + json.replace(",\"", ",\n  \"") + "\n")));
  }

  @Test
  void anythingElseIsRefusedWithItsReason() {
    String json =
        new String(Profile.CODEC.toBytes(some().build()).toByteArray(), StandardCharsets.UTF_8);
    for (String broken :
        List.of(
            "",
            json + "x",
            json.replace("\"channel\":", "\"channel\":\"licence\",\"channel\":"),
            json.replace("\"channel\":", "\"channels\":"),
            json.replace("\"licence\"", "\"Licence\""),
            json.replace("127.0.0.1:7051", "127.0.0.1"),
            json.replace("BEGIN CERTIFICATE", "BEGIN CERTIFICATES"),
            json.replace("BEGIN PRIVATE", "BEGIN EC PRIVATE"))) {
      ProfileRefusedException refusal =
          assertThrows(
              ProfileRefusedException.class, () -> Profile.parse(Bytes.utf8(broken)), broken);
      assertEquals(ProfileRefusal.PROFILE_FORM, refusal.code());
      assertTrue(refusal.evidence().containsKey("refusal"));
    }
    assertEquals(ProfileRefusal.PROFILE_FORM, refused(() -> some().channel("Licence").build()));
  }

  @Test
  void certificatesAndKeysAreReadWhenTheyAreGiven() {
    assertEquals(ProfileRefusal.CERTIFICATE_UNREADABLE, refused(() -> new CertificatesPem("")));
    assertEquals(
        ProfileRefusal.CERTIFICATE_UNREADABLE,
        refused(
            () ->
                new CertificatesPem(
                    "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")));
    assertEquals(ProfileRefusal.PRIVATE_KEY_UNREADABLE, refused(() -> new PrivateKeyPem("x")));
  }

  @Test
  void theSignerIsTheIdentitys() {
    Profile profile = some().build();
    assertEquals(key.publicKey(), ProfileSigner.of(profile, random).publicKey());
    Signer own = key.signer(random);
    assertSame(own, ProfileSigner.checked(profile, own));

    Signer other = SigningKey.generate(SignatureSuite.P256, random).signer(random);
    assertEquals(
        ProfileRefusal.KEY_OF_OTHER_CERTIFICATE,
        refused(() -> ProfileSigner.checked(profile, other)));
    Signer sm = SigningKey.generate(SignatureSuite.SM, random).signer(random);
    assertEquals(
        ProfileRefusal.SUITE_NOT_OF_FABRIC, refused(() -> ProfileSigner.checked(profile, sm)));

    FabricIdentity without =
        new FabricIdentity(new MspId("OrdosMSP"), identity.certificate(), Optional.empty());
    Profile keyless =
        Profile.builder(LEDGER, without).peer(GatewayPeer.plain("127.0.0.1:7051")).build();
    assertEquals(ProfileRefusal.SIGNER_MISSING, refused(() -> ProfileSigner.of(keyless, random)));
  }

  @Test
  void aKeyOfP384IsFabricsAlone() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp384r1"));
    PrivateKeyPem pem =
        new PrivateKeyPem(
            "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n");
    assertEquals(384, pem.p384().orElseThrow().getParams().getOrder().bitLength());
    assertEquals(ProfileRefusal.PRIVATE_KEY_UNREADABLE, refused(pem::key));
    assertEquals(Optional.empty(), new PrivateKeyPem(key.toPem()).p384());
    assertEquals(
        ProfileRefusal.KEY_OF_OTHER_CERTIFICATE,
        refused(() -> ProfileSigner.checked(some().build(), pem.p384().orElseThrow())));
  }

  @Test
  void whatPeersThatDemandACertificateAreShownIsInTheFile() {
    FabricIdentity tls = SampleIdentity.of(NOW, NOW.plus(Duration.ofDays(2)));
    ClientTls own = new ClientTls(tls.certificate(), tls.privateKey().orElseThrow());
    Profile profile = some().clientTls(own).build();
    assertEquals(Optional.of(own), Profile.parse(Profile.CODEC.toBytes(profile)).clientTls());
    assertEquals(new DaysLeft("clientTls", "CN=window", 2), profile.daysLeft(NOW).get(0));
    assertFalse(
        profile
            .toString()
            .contains(own.privateKey().text().lines().skip(1).findFirst().orElseThrow()));
  }

  @Test
  void noTextFormShowsThePrivateKey() {
    String secret = key.toPem().lines().skip(1).findFirst().orElseThrow();
    assertFalse(some().build().toString().contains(secret));
  }

  @Test
  void theCertificateThatExpiresFirstIsNamedFirst() {
    Profile profile = some().build();
    assertEquals(
        List.of(
            new DaysLeft("peer0.ordos.example:7051", "CN=window", 3),
            new DaysLeft("identity", "CN=window", 30)),
        profile.daysLeft(NOW));
    assertEquals(-1, profile.daysLeft(NOW.plus(Duration.ofDays(4))).get(0).days());
  }

  @Test
  void impossiblePeersAndDeadlinesAreNotMade() {
    assertThrows(IllegalArgumentException.class, () -> Profile.builder(LEDGER, identity).build());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new GatewayPeer(
                new Endpoint("127.0.0.1:7051"), Optional.empty(), Optional.of("peer0.example")));
    Duration second = Duration.ofSeconds(1);
    assertThrows(
        IllegalArgumentException.class,
        () -> new Deadlines(second, second, second, second, Duration.ZERO, second));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Deadlines(second, second, second, second.plusSeconds(1), second, second));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Deadlines(Duration.ofNanos(1_500_000), second, second, second, second, second));
  }
}
