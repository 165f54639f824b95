// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.holder;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.Thumbprint;
import org.huxin.core.jws.Jws;
import org.huxin.core.jws.NamedKey;
import org.huxin.core.reference.SubjectCommitment;
import org.huxin.core.statement.FactKind;
import org.huxin.core.statement.JwkCodec;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.signature.VerifyingKey;

/**
 * An identity provider says who holds a key: a commitment to the person, never the person. Signed
 * by the provider.
 *
 * @param ledger for which ledger it is meant
 * @param iat when its signer signed
 * @param key the holder's key
 * @param level how sure
 * @param subject who
 * @param notBefore from when on
 * @param notAfter until when, exclusive
 * @param predecessorKey the key that it takes the place of
 * @param guardianOf the ward for whom the holder acts
 */
public record Attestation(
    LedgerId ledger,
    Instant iat,
    VerifyingKey key,
    AssuranceLevel level,
    SubjectCommitment subject,
    Instant notBefore,
    Instant notAfter,
    Optional<Thumbprint> predecessorKey,
    Optional<SubjectCommitment> guardianOf)
    implements Fact {
  private static final Field<Attestation, LedgerId> LEDGER =
      required("ledger", Terms.LEDGER_ID, Attestation::ledger);
  private static final Field<Attestation, Instant> IAT =
      required("iat", Codecs.SECONDS, Attestation::iat);
  private static final Field<Attestation, VerifyingKey> KEY =
      required("key", JwkCodec.CODEC, Attestation::key);
  private static final Field<Attestation, AssuranceLevel> LEVEL =
      required("level", Codecs.enumeration(AssuranceLevel.class), Attestation::level);
  private static final Field<Attestation, SubjectCommitment> SUBJECT =
      required("subject", SubjectCommitment.CODEC, Attestation::subject);
  private static final Field<Attestation, Instant> NOT_BEFORE =
      required("notBefore", Codecs.SECONDS, Attestation::notBefore);
  private static final Field<Attestation, Instant> NOT_AFTER =
      required("notAfter", Codecs.SECONDS, Attestation::notAfter);
  private static final Field<Attestation, Optional<Thumbprint>> PREDECESSOR_KEY =
      optional("predecessorKey", Terms.THUMBPRINT, Attestation::predecessorKey);
  private static final Field<Attestation, Optional<SubjectCommitment>> GUARDIAN_OF =
      optional("guardianOf", SubjectCommitment.CODEC, Attestation::guardianOf);

  /** The JSON form. */
  public static final ObjectCodec<Attestation> CODEC =
      ObjectCodec.of(
          members ->
              new Attestation(
                  members.get(LEDGER),
                  members.get(IAT),
                  members.get(KEY),
                  members.get(LEVEL),
                  members.get(SUBJECT),
                  members.get(NOT_BEFORE),
                  members.get(NOT_AFTER),
                  members.get(PREDECESSOR_KEY),
                  members.get(GUARDIAN_OF)),
          LEDGER,
          IAT,
          KEY,
          LEVEL,
          SUBJECT,
          NOT_BEFORE,
          NOT_AFTER,
          PREDECESSOR_KEY,
          GUARDIAN_OF);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the members do not go together
   */
  public Attestation {
    if (!notAfter.isAfter(notBefore)) {
      throw new IllegalArgumentException("a window ends after it begins");
    }
  }

  /**
   * Reads an attestation, checks the provider's signature and its window.
   *
   * @param at when it must be in force
   * @throws FactRefusedException if it does not hold
   */
  public static Attestation verify(Jws jws, LedgerId ledger, NamedKey provider, Instant at) {
    Attestation attestation =
        SignedFact.verify(jws, FactKind.ATTESTATION, CODEC, ledger, provider).fact();
    if (at.isBefore(attestation.notBefore()) || !at.isBefore(attestation.notAfter())) {
      throw FactRefusedException.of(FactRefusal.FACT_NOT_IN_FORCE);
    }
    return attestation;
  }

  /** The attested key under the only name that it has: its own thumbprint. */
  public NamedKey holderKey() {
    return new NamedKey(new KeyId.OfHolder(Thumbprint.of(key)), key);
  }
}
