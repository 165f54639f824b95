// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.Uscc;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.mac.HkdfSha256;
import org.huxin.crypto.signature.Signer;
import org.huxin.sdk.gateway.GatewayLedger;
import org.huxin.sdk.identity.AuthorityIdentity;
import org.huxin.sdk.issuing.AutomaticOptions;
import org.huxin.sdk.issuing.IssuerIdentity;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.profile.Profile;
import org.huxin.seal.certificate.Trust;

/**
 * Collects what {@link Huxin} is built from. A ledger is enough to verify; an authority with its
 * signer states; a database keeps proofs and the outbox. Mutable and for one thread.
 */
public final class HuxinBuilder {
  /** Too many to guess, for what is derived from it as well. */
  private static final int SECRET_LENGTH = 32;

  private final LedgerId ledgerId;
  private final Optional<Profile> profile;
  private final Optional<LedgerClient> client;
  private Optional<Signer> identitySigner = Optional.empty();
  private Optional<Speaker> speaker = Optional.empty();
  private Optional<Bytes> secret = Optional.empty();
  private Optional<DataSource> database = Optional.empty();
  private Trust sealTrust = Trust.NOBODY;
  private AutomaticOptions automatic = AutomaticOptions.DEFAULT;
  private InstantSource clock = InstantSource.system();
  private SecureRandom random = new SecureRandom();

  /** An authority and its key. */
  private record Speaker(Uscc authority, int keyNumber, Signer signer) {}

  private HuxinBuilder(
      LedgerId ledgerId, Optional<Profile> profile, Optional<LedgerClient> client) {
    this.ledgerId = ledgerId;
    this.profile = profile;
    this.client = client;
  }

  static HuxinBuilder of(Profile profile) {
    return new HuxinBuilder(profile.ledger(), Optional.of(profile), Optional.empty());
  }

  static HuxinBuilder of(LedgerId ledgerId, LedgerClient client) {
    return new HuxinBuilder(ledgerId, Optional.empty(), Optional.of(client));
  }

  static HuxinBuilder read(Path file) throws IOException {
    return of(Profile.read(file));
  }

  /** Somebody else holds the key of the profile's Fabric identity, such as a PKCS#11 token. */
  public HuxinBuilder identitySigner(Signer signer) {
    identitySigner = Optional.of(signer);
    return this;
  }

  /**
   * The authority that issues, decides and uses.
   *
   * @param authority its unified social credit code
   * @param keyNumber the number under which the ledger holds the signer's key
   * @param signer of any suite, in memory, on a token or remote
   */
  public HuxinBuilder authority(Uscc authority, int keyNumber, Signer signer) {
    speaker = Optional.of(new Speaker(authority, keyNumber, signer));
    return this;
  }

  /**
   * The authority's own secret, the same for ever: the names of its licences are derived from it,
   * how the proof store finds holders, and what its businesses stand behind. Whoever loses it can
   * issue no later version of a licence under its name; whoever else has it can tell which licences
   * are the authority's.
   *
   * @throws IllegalArgumentException if it has fewer than 32 bytes
   */
  public HuxinBuilder secret(Bytes bytes) {
    if (bytes.length() < SECRET_LENGTH) {
      throw new IllegalArgumentException("a secret has at least " + SECRET_LENGTH + " bytes");
    }
    secret = Optional.of(bytes);
    return this;
  }

  /** The application's own database, PostgreSQL or H2, for proofs and the outbox. */
  public HuxinBuilder database(DataSource source) {
    database = Optional.of(source);
    return this;
  }

  /** What the certificates of seals are judged against; without it, no seal is good. */
  public HuxinBuilder sealTrust(Trust trust) {
    sealTrust = trust;
    return this;
  }

  /** When licences become a batch by themselves. */
  public HuxinBuilder automatic(AutomaticOptions options) {
    automatic = options;
    return this;
  }

  /** Another clock than the system's. */
  public HuxinBuilder clock(InstantSource source) {
    clock = source;
    return this;
  }

  /** Another source of salts than the system's. */
  public HuxinBuilder random(SecureRandom source) {
    random = source;
    return this;
  }

  /**
   * Builds it. Nothing is called yet: an unreachable ledger shows at the first call.
   *
   * @throws org.huxin.sdk.profile.ProfileRefusedException if there is no key for the profile's
   *     identity, or it is another's
   */
  public Huxin build() {
    return new Huxin(this);
  }

  LedgerId ledgerId() {
    return ledgerId;
  }

  Optional<Profile> profile() {
    return profile;
  }

  LedgerClient connect() {
    if (client.isPresent()) {
      return client.get();
    }
    Profile to = profile.orElseThrow();
    return identitySigner
        .map(signer -> GatewayLedger.of(to, signer))
        .orElseGet(() -> GatewayLedger.of(to));
  }

  Optional<AuthorityIdentity> identity() {
    return speaker.map(
        who -> new AuthorityIdentity(ledgerId, who.authority(), who.keyNumber(), who.signer()));
  }

  Optional<IssuerIdentity> issuer() {
    return speaker.flatMap(
        who ->
            derived("huxin/licence-names/1")
                .map(
                    names ->
                        new IssuerIdentity(
                            ledgerId, who.authority(), who.keyNumber(), who.signer(), names)));
  }

  /** A secret of its own for each purpose, so that one tells nothing of another. */
  Optional<Bytes> derived(String purpose) {
    return secret.map(
        bytes -> HkdfSha256.derive(bytes, Bytes.empty(), Bytes.utf8(purpose), SECRET_LENGTH));
  }

  Optional<DataSource> database() {
    return database;
  }

  Trust sealTrust() {
    return sealTrust;
  }

  AutomaticOptions automatic() {
    return automatic;
  }

  InstantSource clock() {
    return clock;
  }

  SecureRandom random() {
    return random;
  }
}
