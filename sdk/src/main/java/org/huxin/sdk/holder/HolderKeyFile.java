// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.holder;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.holder.Attestation;
import org.huxin.core.holder.FactRefusal;
import org.huxin.core.id.Thumbprint;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonRefusedException;
import org.huxin.core.jws.Jws;
import org.huxin.core.reference.Opening;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.hpke.HpkePrivateKey;
import org.huxin.crypto.password.PasswordRefusedException;
import org.huxin.crypto.password.PasswordSealed;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.crypto.signature.VerifyingKey;

/**
 * A {@code .huxin-holder.json} file: a holder's key for one matter, and, once an identity provider
 * attested it, what opens the attestation (proto/spec/holder-key-file.md). Secret; its text form
 * shows the key's thumbprint alone.
 *
 * <pre>{@code
 * HolderKeyFile file = HolderKeyFile.generate(SignatureSuite.SM, random);
 * file.save(path, Optional.of(password), random);
 * // the provider attests file.publicKey()
 * HolderKeyFile attested = file.attested(attestation, subject, Optional.empty());
 * HolderKey key = HolderKeyFile.load(path, Optional.of(password)).holderKey(random);
 * }</pre>
 *
 * @param key the private key
 * @param attested what a provider said of it; empty before
 * @param trailKey opens the trail of the holder's licences; empty where another file has it
 */
public record HolderKeyFile(
    SigningKey key, Optional<Attested> attested, Optional<HpkePrivateKey> trailKey) {
  /** The ending of such files. */
  public static final String EXTENSION = ".huxin-holder.json";

  /**
   * An attestation and its openings. Personal data.
   *
   * @param attestation the JWS
   * @param subject opens whose key it is
   * @param ward opens for whom the holder acts
   */
  public record Attested(Jws attestation, Opening subject, Optional<Opening> ward) {
    private static final Field<Attested, Jws> ATTESTATION =
        required("attestation", Terms.LONG_JWS, Attested::attestation);
    private static final Field<Attested, Opening> SUBJECT =
        required("subject", Opening.CODEC, Attested::subject);
    private static final Field<Attested, Optional<Opening>> WARD =
        optional("ward", Opening.CODEC, Attested::ward);
    private static final ObjectCodec<Attested> CODEC =
        ObjectCodec.of(
            members ->
                new Attested(members.get(ATTESTATION), members.get(SUBJECT), members.get(WARD)),
            ATTESTATION,
            SUBJECT,
            WARD);

    /** The attestation's text form. */
    @Override
    public String toString() {
      return attestation.toString();
    }
  }

  /** PKCS#8 of every suite is beneath this, as PEM. */
  private static final int MAX_PEM = 512;

  private static final int SECRET_LENGTH = 32;
  private static final JsonLimits LIMITS = new JsonLimits(1 << 16, 8);
  private static final Bytes PURPOSE = Bytes.utf8("huxin/holder-key/1");

  private static final Field<HolderKeyFile, SigningKey> KEY =
      required(
          "key",
          Codecs.text("PEM", MAX_PEM, SigningKey::ofPem, SigningKey::toPem),
          HolderKeyFile::key);
  private static final Field<HolderKeyFile, Optional<Attested>> ATTESTED =
      optional("attested", Attested.CODEC, HolderKeyFile::attested);
  private static final Field<HolderKeyFile, Optional<HpkePrivateKey>> TRAIL_KEY =
      optional(
          "trailKey",
          Codecs.map(
              Codecs.bytes(SECRET_LENGTH),
              "trail key",
              HpkePrivateKey::ofSecret,
              HpkePrivateKey::secret),
          HolderKeyFile::trailKey);

  /** The JSON form of a file that no password protects. */
  static final ObjectCodec<HolderKeyFile> CODEC =
      ObjectCodec.of(
          members ->
              new HolderKeyFile(members.get(KEY), members.get(ATTESTED), members.get(TRAIL_KEY)),
          KEY,
          ATTESTED,
          TRAIL_KEY);

  /** A fresh key for a matter. */
  public static HolderKeyFile generate(SignatureSuite suite, SecureRandom random) {
    return new HolderKeyFile(
        SigningKey.generate(suite, random), Optional.empty(), Optional.empty());
  }

  /** The same, with a key that opens the trail. */
  public HolderKeyFile withTrailKey(HpkePrivateKey opening) {
    return new HolderKeyFile(key, attested, Optional.of(opening));
  }

  /** What an identity provider is to attest. */
  public VerifyingKey publicKey() {
    return key.publicKey();
  }

  /**
   * The same, attested. Whether the provider's signature holds, whoever gets a grant checks.
   *
   * @throws HolderKeyRefusedException {@code ATTESTATION_OF_OTHER} if it is the attestation of
   *     another key, or the openings are not its own
   */
  public HolderKeyFile attested(Jws attestation, Opening subject, Optional<Opening> ward) {
    Attestation said;
    try {
      said = Attestation.CODEC.decode(attestation.payload());
    } catch (DecodeRefusedException e) {
      throw HolderKeyRefusedException.of(HolderKeyRefusal.ATTESTATION_OF_OTHER, e);
    }
    if (!said.key().equals(publicKey())) {
      throw of(FactRefusal.ATTESTED_OTHER_KEY);
    }
    boolean opened =
        said.subject().equals(subject.subjectCommitment())
            && said.guardianOf().equals(ward.map(Opening::subjectCommitment));
    if (!opened) {
      throw of(FactRefusal.SUBJECT_NOT_OPENED);
    }
    return new HolderKeyFile(key, Optional.of(new Attested(attestation, subject, ward)), trailKey);
  }

  private static HolderKeyRefusedException of(FactRefusal code) {
    return new HolderKeyRefusedException(
        HolderKeyRefusal.ATTESTATION_OF_OTHER, Map.of("code", code.name()));
  }

  /**
   * The key, ready to sign.
   *
   * @throws HolderKeyRefusedException {@code KEY_NOT_ATTESTED}
   */
  public HolderKey holderKey(SecureRandom random) {
    Attested said =
        attested.orElseThrow(() -> HolderKeyRefusedException.of(HolderKeyRefusal.KEY_NOT_ATTESTED));
    return new HolderKey(key.signer(random), said.attestation(), said.subject(), said.ward());
  }

  /**
   * Reads a file.
   *
   * @param password empty if none protects it
   * @throws HolderKeyRefusedException {@code KEY_FILE_MALFORMED}, {@code PASSWORD_NEEDED}, {@code
   *     PASSWORD_WRONG}
   */
  public static HolderKeyFile read(Bytes file, Optional<String> password) {
    try {
      if (!SealedKeyFile.isSealed(CanonicalJson.decode(file, LIMITS))) {
        return CODEC.fromBytes(file, LIMITS);
      }
      PasswordSealed sealed = SealedKeyFile.CODEC.fromBytes(file, LIMITS);
      String given =
          password.orElseThrow(
              () -> HolderKeyRefusedException.of(HolderKeyRefusal.PASSWORD_NEEDED));
      return CODEC.fromBytes(sealed.open(given, PURPOSE), LIMITS);
    } catch (PasswordRefusedException e) {
      throw HolderKeyRefusedException.of(HolderKeyRefusal.PASSWORD_WRONG);
    } catch (JsonRefusedException | DecodeRefusedException e) {
      throw HolderKeyRefusedException.of(HolderKeyRefusal.KEY_FILE_MALFORMED, e);
    }
  }

  /** The bytes of a file that no password protects: the private key itself. */
  public Bytes write() {
    return CODEC.toBytes(this);
  }

  /** The bytes of a file that a password protects. */
  public Bytes write(String password, SecureRandom random) {
    return SealedKeyFile.CODEC.toBytes(
        PasswordSealed.seal(password, write(), PURPOSE, PasswordSealed.ITERATIONS, random));
  }

  /**
   * Reads a file.
   *
   * @throws HolderKeyRefusedException as {@link #read}
   * @throws IOException if it cannot be read
   */
  public static HolderKeyFile load(Path file, Optional<String> password) throws IOException {
    return read(Bytes.of(Files.readAllBytes(file)), password);
  }

  /**
   * Writes a file that its owner alone can read, in the place of one that is there.
   *
   * @param password empty if the file's permissions are protection enough
   * @throws IOException if it cannot be written
   */
  public void save(Path file, Optional<String> password, SecureRandom random) throws IOException {
    Bytes bytes = password.map(given -> write(given, random)).orElseGet(this::write);
    OwnerOnlyFile.write(file, bytes);
  }

  /** The key's thumbprint. */
  @Override
  public String toString() {
    return "key file of " + Thumbprint.of(publicKey());
  }
}
