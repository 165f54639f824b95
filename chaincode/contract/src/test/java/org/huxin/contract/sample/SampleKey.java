// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.sample;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.Thumbprint;
import org.huxin.core.id.Uscc;
import org.huxin.core.jws.NamedKey;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.signed.StatementHead;
import org.huxin.core.statement.Statement;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.Signer;
import org.huxin.crypto.signature.SigningKey;

/**
 * A key pair that follows from a name, so that a test's keys are the same every time. Ed25519
 * unless said otherwise: its signatures follow from key and message, too.
 *
 * @param id how statements name it
 * @param key the key pair
 */
public record SampleKey(KeyId id, SigningKey key) {
  /** Deriving a key costs more than signing with it. */
  private static final Map<String, SigningKey> DERIVED = new ConcurrentHashMap<>();

  /** The key of an authority. */
  public static SampleKey of(Uscc authority, int number) {
    return of(authority, number, SignatureSuite.ED25519);
  }

  /** The key of an authority in another suite. */
  public static SampleKey of(Uscc authority, int number, SignatureSuite suite) {
    KeyId id = new KeyId.OfAuthority(authority, number);
    return new SampleKey(id, derived(id + suite.name(), suite));
  }

  /** The key of a holder, who is known by a name in the test only. */
  public static SampleKey holder(String name) {
    SigningKey key = derived("holder " + name, SignatureSuite.ED25519);
    return new SampleKey(new KeyId.OfHolder(Thumbprint.of(key.publicKey())), key);
  }

  private static SigningKey derived(String name, SignatureSuite suite) {
    return DERIVED.computeIfAbsent(suite.name() + " " + name, unused -> derive(name, suite));
  }

  private static SigningKey derive(String name, SignatureSuite suite) {
    Bytes seed =
        DigestAlgorithm.SHA_256.digest(Bytes.of(name.getBytes(StandardCharsets.UTF_8))).value();
    return SigningKey.ofSecret(suite, seed);
  }

  /** Signs with it. */
  public Signer signer() {
    return key.signer(new SecureRandom());
  }

  /** The public key under its name. */
  public NamedKey named() {
    return new NamedKey(id, key.publicKey());
  }

  /** A holder's key by its own name. */
  public Thumbprint thumbprint() {
    return Thumbprint.of(key.publicKey());
  }

  /** Signs a statement. */
  public SignedStatement sign(StatementHead head, Statement statement) {
    return SignedStatement.sign(signer(), id, head, statement);
  }
}
