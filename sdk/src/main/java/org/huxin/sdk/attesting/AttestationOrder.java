// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.attesting;

import java.time.Duration;
import java.util.Optional;
import org.huxin.core.holder.AssuranceLevel;
import org.huxin.core.id.HolderId;
import org.huxin.core.id.Thumbprint;
import org.huxin.core.reference.Opening;
import org.huxin.crypto.signature.VerifyingKey;

/**
 * What an identity provider is to attest, once it has made sure who stands before it. Personal
 * data; its text form shows none.
 *
 * @param key the holder's key, made for one matter
 * @param holder whose it is
 * @param level how sure the provider is
 * @param validity for how long, from now
 * @param predecessor the key that it takes the place of, where one was lost
 * @param ward the ward for whom the holder acts
 * @param subject the opening to use for the holder, such as that of a recorded consent which the
 *     holder wants to withdraw; empty for a fresh one
 */
public record AttestationOrder(
    VerifyingKey key,
    HolderId holder,
    AssuranceLevel level,
    Duration validity,
    Optional<Thumbprint> predecessor,
    Optional<HolderId> ward,
    Optional<Opening> subject) {
  /** A matter takes some months. */
  public static final Duration VALIDITY = Duration.ofDays(180);

  /** A key of a holder whose document was checked, for half a year. */
  public static AttestationOrder of(VerifyingKey key, HolderId holder) {
    return new AttestationOrder(
        key,
        holder,
        AssuranceLevel.VERIFIED,
        VALIDITY,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** With another level. */
  public AttestationOrder level(AssuranceLevel how) {
    return new AttestationOrder(key, holder, how, validity, predecessor, ward, subject);
  }

  /** For another time. */
  public AttestationOrder validFor(Duration length) {
    return new AttestationOrder(key, holder, level, length, predecessor, ward, subject);
  }

  /** In the place of a key that was lost. */
  public AttestationOrder replacing(Thumbprint lost) {
    return new AttestationOrder(key, holder, level, validity, Optional.of(lost), ward, subject);
  }

  /** For a guardian who acts for somebody. */
  public AttestationOrder forWard(HolderId who) {
    return new AttestationOrder(
        key, holder, level, validity, predecessor, Optional.of(who), subject);
  }

  /**
   * Under a commitment that is known already.
   *
   * @throws IllegalArgumentException if it is another person's
   */
  public AttestationOrder under(Opening opening) {
    if (!opening.holder().equals(holder)) {
      throw new IllegalArgumentException("the opening of the same holder");
    }
    return new AttestationOrder(
        key, holder, level, validity, predecessor, ward, Optional.of(opening));
  }

  /** The key's thumbprint alone. */
  @Override
  public String toString() {
    return "attestation of " + Thumbprint.of(key);
  }
}
