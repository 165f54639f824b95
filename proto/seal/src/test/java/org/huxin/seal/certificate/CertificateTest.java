// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.seal.certificate.Standing.Chain;
import org.huxin.seal.write.CertificateMaker;
import org.huxin.seal.write.CertificateMaker.Purpose;
import org.huxin.seal.write.SampleParty;
import org.huxin.seal.write.SampleRandom;
import org.junit.jupiter.api.Test;

final class CertificateTest {
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");
  private static final Instant AT = Instant.parse("2026-06-01T00:00:00Z");

  private static CertificateMaker maker(String name) {
    return new CertificateMaker(name, SampleParty.signer(SampleParty.key(name)), FROM, TO);
  }

  private static Certificate issued(CertificateMaker maker, String name, Purpose purpose) {
    return maker.issue(name, SampleParty.key(name).publicKey(), purpose, 2);
  }

  private static Chain chain(Certificate certificate, Trust trust, Instant at) {
    return CertificateChain.ofSigner(certificate, trust, at, AT).chain();
  }

  private static Trust trust(List<Certificate> roots, List<Certificate> between) {
    return new Trust(roots, List.of(), between, List.of());
  }

  @Test
  void aCertificateIsReadFromDerAndPem() {
    Certificate root = maker("root").root();

    assertEquals(root, Certificate.read(root.encoding()));
    assertEquals(root, Certificate.ofPem(root.toPem()));
    assertEquals(Optional.of(SampleParty.key("root").publicKey()), root.key());
    assertTrue(root.isSelfIssued());
    assertTrue(root.coversTime(FROM) && root.coversTime(TO));
    assertFalse(root.coversTime(FROM.minusSeconds(1)) || root.coversTime(TO.plusSeconds(1)));
  }

  @Test
  void whatIsNoCertificateIsRefused() {
    Bytes good = maker("root").root().encoding();

    assertRefused(CertificateRefusal.CERTIFICATE_MALFORMED, Bytes.empty());
    assertRefused(CertificateRefusal.CERTIFICATE_MALFORMED, good.slice(0, good.length() - 1));
    assertRefused(CertificateRefusal.CERTIFICATE_MALFORMED, Bytes.concat(good, Bytes.of((byte) 0)));
    assertRefused(
        CertificateRefusal.CERTIFICATE_TOO_LARGE, Bytes.of(new byte[Certificate.MAX_ENCODING + 1]));
    assertEquals(
        CertificateRefusal.CERTIFICATE_PEM,
        assertThrows(CertificateRefusedException.class, () -> Certificate.ofPem("no PEM")).code());
    String list = maker("root").revoke(Map.of()).toPem();
    assertEquals(
        CertificateRefusal.CERTIFICATE_PEM,
        assertThrows(CertificateRefusedException.class, () -> Certificate.ofPem(list)).code());
  }

  private static void assertRefused(CertificateRefusal code, Bytes encoding) {
    assertEquals(
        code,
        assertThrows(CertificateRefusedException.class, () -> Certificate.read(encoding)).code());
  }

  @Test
  void whatIsNoListIsRefused() {
    assertEquals(
        CertificateRefusal.REVOCATION_LIST_MALFORMED,
        assertThrows(
                CertificateRefusedException.class,
                () -> RevocationList.read(Bytes.of((byte) 0x30, (byte) 0)))
            .code());
    assertEquals(
        CertificateRefusal.CERTIFICATE_TOO_LARGE,
        assertThrows(
                CertificateRefusedException.class,
                () -> RevocationList.read(Bytes.of(new byte[RevocationList.MAX_ENCODING + 1])))
            .code());
  }

  @Test
  void aChainLeadsThroughAuthoritiesToARoot() {
    CertificateMaker root = maker("root");
    Certificate between = issued(root, "between", Purpose.AUTHORITY);
    Certificate leaf = issued(maker("between"), "leaf", Purpose.SIGNING);
    List<Certificate> roots = List.of(root.root());

    assertEquals(Chain.TRUSTED, chain(leaf, trust(roots, List.of(between)), AT));
    assertEquals(Chain.BROKEN, chain(leaf, trust(roots, List.of()), AT));
    assertEquals(Chain.NOT_JUDGED, chain(leaf, Trust.NOBODY, AT));
    assertEquals(Chain.TRUSTED, chain(leaf, trust(List.of(leaf), List.of()), AT));
    assertEquals(Chain.BROKEN, chain(leaf, trust(roots, List.of(between)), TO.plusSeconds(1)));
  }

  @Test
  void whoIsNoAuthorityIssuesNothing() {
    CertificateMaker root = maker("root");
    Certificate notAuthority = issued(root, "between", Purpose.SIGNING);
    Certificate leaf = issued(maker("between"), "leaf", Purpose.SIGNING);

    assertEquals(Chain.BROKEN, chain(leaf, trust(List.of(root.root()), List.of(notAuthority)), AT));
  }

  @Test
  void aNameAloneIsNoChain() {
    Certificate impostor =
        new CertificateMaker("root", SampleParty.signer(SampleParty.key("other")), FROM, TO)
            .issue("leaf", SampleParty.key("leaf").publicKey(), Purpose.SIGNING, 2);
    assertEquals(
        Chain.BROKEN, chain(impostor, trust(List.of(maker("root").root()), List.of()), AT));
  }

  @Test
  void anAuthorityThatWasRevokedIssuesNothingFromThenOn() {
    CertificateMaker root = maker("root");
    Certificate between = issued(root, "between", Purpose.AUTHORITY);
    Certificate leaf = issued(maker("between"), "leaf", Purpose.SIGNING);
    Trust trust =
        new Trust(
            List.of(root.root()),
            List.of(),
            List.of(between),
            List.of(root.revoke(Map.of(2L, AT))));

    assertEquals(Chain.TRUSTED, chain(leaf, trust, AT.minusSeconds(1)));
    assertEquals(Chain.BROKEN, chain(leaf, trust, AT));
  }

  @Test
  void aListOfSomebodyElseSaysNothing() {
    CertificateMaker root = maker("root");
    Certificate leaf = issued(root, "leaf", Purpose.SIGNING);
    RevocationList forged =
        new CertificateMaker("root", SampleParty.signer(SampleParty.key("other")), FROM, TO)
            .revoke(Map.of(2L, AT));
    Standing standing =
        CertificateChain.ofSigner(
            leaf, new Trust(List.of(root.root()), List.of(), List.of(), List.of(forged)), AT, AT);

    assertEquals(Optional.empty(), standing.revokedSince());
    assertFalse(standing.revocationKnown());
  }

  @Test
  void aListThatIsNotCurrentStillRevokesButDoesNotClear() {
    CertificateMaker root = maker("root");
    Certificate leaf = issued(root, "leaf", Purpose.SIGNING);
    Trust trust =
        new Trust(List.of(root.root()), List.of(), List.of(), List.of(root.revoke(Map.of(2L, AT))));
    Standing later = CertificateChain.ofSigner(leaf, trust, AT, TO.plusSeconds(1));

    assertEquals(Optional.of(AT), later.revokedSince());
    assertFalse(later.revocationKnown());
    assertTrue(CertificateChain.ofSigner(leaf, trust, AT, AT).revocationKnown());
  }

  @Test
  void authoritiesThatCertifyEachOtherEnd() {
    List<Certificate> between = new ArrayList<>();
    for (String issuer : List.of("a", "b", "c", "d")) {
      for (String subject : List.of("a", "b", "c", "d")) {
        between.add(issued(maker(issuer), subject, Purpose.AUTHORITY));
      }
    }
    Certificate leaf = issued(maker("a"), "leaf", Purpose.SIGNING);
    assertEquals(Chain.BROKEN, chain(leaf, trust(List.of(maker("root").root()), between), AT));
  }

  @Test
  void anotherAlgorithmIsSaidToBeNotSupported() {
    SigningKey key = SigningKey.generate(SignatureSuite.P256, new SampleRandom("p256"));
    Certificate other = maker("root").issue("leaf", key.publicKey(), Purpose.SIGNING, 3);
    assertEquals(Optional.empty(), other.key());
  }

  @Test
  void keyUsageSaysWhoMaySign() {
    CertificateMaker root = maker("root");
    assertTrue(issued(root, "a", Purpose.SIGNING).maySign());
    assertTrue(issued(root, "a", Purpose.TIME_STAMPING).maySign());
    assertFalse(issued(root, "a", Purpose.ENCRYPTION).maySign());
    assertFalse(issued(root, "a", Purpose.AUTHORITY).maySign());
  }
}
