// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.log;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LedgerId;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.Signer;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.crypto.signature.VerifyingKey;

/** Four cities with a node each. */
public final class SampleCities {
  /** The codes of the four cities. */
  public static final List<DivisionCode> CITIES =
      List.of("150200", "150600", "150900", "152900").stream().map(DivisionCode::parse).toList();

  private final LedgerId ledger;

  /** The cities of a ledger. */
  public SampleCities(LedgerId ledger) {
    this.ledger = ledger;
  }

  /** What a verifier pins. */
  public TrustedCities trusted(int needed) {
    TreeMap<DivisionCode, List<VerifyingKey>> keys = new TreeMap<>();
    CITIES.forEach(city -> keys.put(city, List.of(signer(city).publicKey())));
    return new TrustedCities(ledger, keys, needed);
  }

  /** A city's note key. */
  public Signer signer(DivisionCode city) {
    return signer("note key of " + city);
  }

  /** A key of a name. */
  public static Signer signer(String name) {
    return SigningKey.ofSecret(SignatureSuite.ED25519, digest(name).value())
        .signer(new SecureRandom());
  }

  /** A digest of a name. */
  public static Digest digest(String name) {
    return DigestAlgorithm.SHA_256.digest(Bytes.utf8(name));
  }

  /** The origin of a city's log. */
  public LogOrigin origin(DivisionCode city) {
    return new LogOrigin(ledger, city);
  }

  /** A city's checkpoint, not cosigned. */
  public SignedCheckpoint checkpoint(DivisionCode city, DerivedState state) {
    return SignedCheckpoint.sign(new LogCheckpoint(origin(city), state), signer(city));
  }

  /** A checkpoint cosigned by cities, each one second after the one before. */
  public SignedCheckpoint cosigned(
      SignedCheckpoint checkpoint, Instant time, List<DivisionCode> cities) {
    SignedCheckpoint cosigned = checkpoint;
    for (int i = 0; i < cities.size(); i++) {
      DivisionCode city = cities.get(i);
      cosigned = cosigned.cosign(origin(city), signer(city), time.plusSeconds(i));
    }
    return cosigned;
  }

  /** A state after a block with so many entries, of one history. */
  public static DerivedState state(long block, long size, String history) {
    return new DerivedState(
        size,
        digest(history + " root " + size),
        block,
        digest(history + " header " + block),
        digest(history + " commit " + block),
        digest(history + " map " + size));
  }
}
