// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.write;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.seal.certificate.Certificate;
import org.huxin.seal.certificate.RevocationList;
import org.huxin.seal.certificate.Trust;
import org.huxin.seal.write.CertificateMaker.Purpose;

/** The certificates of the samples: the same in every run. */
public final class SampleAuthority {
  /** When samples are sealed. */
  public static final Instant SIGNED = Instant.parse("2026-05-04T03:02:01Z");

  /** When samples are checked. */
  public static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

  /** When some certificates were revoked. */
  public static final Instant REVOKED = Instant.parse("2026-06-01T00:00:00Z");

  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2028-12-31T23:59:59Z");
  private static final long REVOKED_SIGNER = 7;
  private static final long REVOKED_MAKER = 8;

  private final CertificateMaker root = maker("Sample root", "root", FROM, TO);
  private final CertificateMaker other = maker("Other root", "other root", FROM, TO);
  private final CertificateMaker silent;
  private final Certificate silentCertificate;

  /** The authorities. */
  public SampleAuthority() {
    SigningKey key = SampleParty.key("silent");
    silentCertificate = root.issue("Silent authority", key.publicKey(), Purpose.AUTHORITY, 2);
    silent = maker("Silent authority", "silent", FROM, TO);
  }

  private static CertificateMaker maker(String name, String key, Instant from, Instant to) {
    return new CertificateMaker(name, SampleParty.signer(SampleParty.key(key)), from, to);
  }

  private SampleParty party(CertificateMaker authority, String name, Purpose purpose, long serial) {
    SigningKey key = SampleParty.key(name);
    return new SampleParty(key, authority.issue(name, key.publicKey(), purpose, serial));
  }

  /** The root's own certificate. */
  public Certificate rootCertificate() {
    return root.root();
  }

  /** The certificate of an authority beneath the root that publishes no list. */
  public Certificate silentCertificate() {
    return silentCertificate;
  }

  /** A seal maker. */
  public SampleParty maker() {
    return party(root, "Sample maker", Purpose.SIGNING, 3);
  }

  /** A seal's user. */
  public SampleParty signer() {
    return party(root, "Sample signer", Purpose.SIGNING, 4);
  }

  /** A time stamp authority. */
  public SampleParty stamper() {
    return party(root, "Sample stamper", Purpose.TIME_STAMPING, 5);
  }

  /** Somebody whose certificate is not for signing. */
  public SampleParty encrypter() {
    return party(root, "Sample encrypter", Purpose.ENCRYPTION, 6);
  }

  /** A user whose certificate was revoked. */
  public SampleParty revokedSigner() {
    return party(root, "Revoked signer", Purpose.SIGNING, REVOKED_SIGNER);
  }

  /** A maker whose certificate was revoked. */
  public SampleParty revokedMaker() {
    return party(root, "Revoked maker", Purpose.SIGNING, REVOKED_MAKER);
  }

  /** Somebody whose certificate ended before samples are sealed. */
  public SampleParty shortLived() {
    CertificateMaker early =
        maker("Sample root", "root", FROM, Instant.parse("2026-02-01T00:00:00Z"));
    return party(early, "Short lived", Purpose.SIGNING, 9);
  }

  /** A user beneath the authority that publishes no list. */
  public SampleParty silentSigner() {
    return party(silent, "Silent signer", Purpose.SIGNING, 10);
  }

  /** Somebody beneath a root that nobody trusts. */
  public SampleParty stranger() {
    return party(other, "Stranger", Purpose.SIGNING, 11);
  }

  /** A time stamp authority beneath a root that nobody trusts. */
  public SampleParty strangeStamper() {
    return party(other, "Strange stamper", Purpose.TIME_STAMPING, 12);
  }

  /** What the root revoked. */
  public RevocationList revocations() {
    return root.revoke(Map.of(REVOKED_SIGNER, REVOKED, REVOKED_MAKER, REVOKED));
  }

  /** Who is trusted. */
  public Trust trust() {
    Certificate trusted = rootCertificate();
    return new Trust(
        List.of(trusted), List.of(trusted), List.of(silentCertificate), List.of(revocations()));
  }
}
