// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.holder;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.Uscc;
import org.huxin.core.jws.Jws;
import org.huxin.core.jws.NamedKey;
import org.huxin.core.statement.FactKind;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;

/**
 * 亮证码: a holder presents a licence to one audience, or to the terminal that showed a challenge, for
 * a minute. Signed by the holder's attested key.
 *
 * @param ledger for which ledger it is meant
 * @param iat when its signer signed
 * @param proof digest of the proof file or bundle that goes with it
 * @param audience to whom; empty where a challenge is named
 * @param challenge the terminal's challenge; empty where an audience is named
 * @param nonce sixteen random bytes
 * @param exp until when
 * @param attestation of the holder's key
 */
public record Presentation(
    LedgerId ledger,
    Instant iat,
    Digest proof,
    Optional<Uscc> audience,
    Optional<Bytes> challenge,
    Bytes nonce,
    Instant exp,
    Jws attestation)
    implements Fact {
  private static final Field<Presentation, LedgerId> LEDGER =
      required("ledger", Terms.LEDGER_ID, Presentation::ledger);
  private static final Field<Presentation, Instant> IAT =
      required("iat", Codecs.SECONDS, Presentation::iat);
  private static final Field<Presentation, Digest> PROOF =
      required("proof", Codecs.DIGEST, Presentation::proof);
  private static final Field<Presentation, Optional<Uscc>> AUDIENCE =
      optional("audience", Terms.USCC, Presentation::audience);
  private static final Field<Presentation, Optional<Bytes>> CHALLENGE =
      optional("challenge", Codecs.bytes(16), Presentation::challenge);
  private static final Field<Presentation, Bytes> NONCE =
      required("nonce", Codecs.bytes(16), Presentation::nonce);
  private static final Field<Presentation, Instant> EXP =
      required("exp", Codecs.SECONDS, Presentation::exp);
  private static final Field<Presentation, Jws> ATTESTATION =
      required("attestation", Terms.JWS, Presentation::attestation);

  /** The JSON form. */
  public static final ObjectCodec<Presentation> CODEC =
      ObjectCodec.of(
          members ->
              new Presentation(
                  members.get(LEDGER),
                  members.get(IAT),
                  members.get(PROOF),
                  members.get(AUDIENCE),
                  members.get(CHALLENGE),
                  members.get(NONCE),
                  members.get(EXP),
                  members.get(ATTESTATION)),
          LEDGER,
          IAT,
          PROOF,
          AUDIENCE,
          CHALLENGE,
          NONCE,
          EXP,
          ATTESTATION);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the members do not go together
   */
  public Presentation {
    if (audience.isPresent() == challenge.isPresent()) {
      throw new IllegalArgumentException("an audience or a challenge, not both");
    }
    if (nonce.length() != 16 || challenge.stream().anyMatch(shown -> shown.length() != 16)) {
      throw new IllegalArgumentException("nonce and challenge have 16 bytes");
    }
    if (exp.isBefore(iat) || exp.isAfter(iat.plusSeconds(MAX_SECONDS))) {
      throw new IllegalArgumentException("a presentation holds for a minute at most");
    }
  }

  /**
   * Reads a code whose signature is still to be checked: to learn whose attestation it carries.
   *
   * @param text the compact JWS
   * @throws FactRefusedException if it is no presentation for that ledger
   * @throws org.huxin.core.jws.JwsRefusedException if the text is no JWS
   */
  public static Presentation readUnchecked(String text, LedgerId ledger) {
    return SignedFact.read(Jws.parse(text), FactKind.PRESENTATION, CODEC, ledger);
  }

  /** A minute: long enough to scan a code, too short to carry it elsewhere. */
  public static final long MAX_SECONDS = 60;

  /**
   * Reads the text of a code and checks it: the provider attested the key, the key signed, it is
   * meant for this audience or challenge, and now.
   *
   * @param text the compact JWS, as it stands in a QR code
   * @param provider the key of the identity provider that attested
   * @param audience who asks
   * @param challenge what the terminal showed; empty if it showed none
   * @param at now
   * @throws FactRefusedException if it does not hold
   * @throws org.huxin.core.jws.JwsRefusedException if the text is no JWS
   */
  public static Presentation verify(
      String text,
      LedgerId ledger,
      NamedKey provider,
      Uscc audience,
      Optional<Bytes> challenge,
      Instant at) {
    Jws jws = Jws.parse(text);
    Presentation presentation = SignedFact.read(jws, FactKind.PRESENTATION, CODEC, ledger);
    Attestation attestation = Attestation.verify(presentation.attestation(), ledger, provider, at);
    SignedFact<Presentation> signed =
        SignedFact.verify(jws, FactKind.PRESENTATION, CODEC, ledger, attestation.holderKey());
    boolean forUs =
        presentation.audience().map(audience::equals).orElse(false)
            || (challenge.isPresent() && presentation.challenge().equals(challenge));
    if (!forUs) {
      throw FactRefusedException.of(FactRefusal.PRESENTED_TO_OTHER);
    }
    if (at.isBefore(presentation.iat()) || at.isAfter(presentation.exp())) {
      throw FactRefusedException.of(FactRefusal.FACT_NOT_IN_FORCE);
    }
    return signed.fact();
  }
}
