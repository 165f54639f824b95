// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.competence;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.SealKey;
import org.huxin.core.id.Uscc;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.digest.Digest;

/**
 * An issuer becomes competent for a type in a division; with new seals, the open period ends and
 * another begins.
 *
 * @param issuer who may issue
 * @param type what
 * @param division where
 * @param from from when on
 * @param to until when, exclusive; empty for open
 * @param basis digest of the legal basis
 * @param seals the seals that may seal it
 * @param succeeds whose licences it answers for
 */
public record OpenAccreditation(
    Uscc issuer,
    LicenceTypeCode type,
    DivisionCode division,
    Instant from,
    Optional<Instant> to,
    Digest basis,
    List<SealKey> seals,
    Optional<Uscc> succeeds)
    implements Statement {
  private static final Field<OpenAccreditation, Uscc> ISSUER =
      required("issuer", Terms.USCC, OpenAccreditation::issuer);
  private static final Field<OpenAccreditation, LicenceTypeCode> TYPE =
      required("type", Terms.LICENCE_TYPE, OpenAccreditation::type);
  private static final Field<OpenAccreditation, DivisionCode> DIVISION =
      required("division", Terms.DIVISION, OpenAccreditation::division);
  private static final Field<OpenAccreditation, Instant> FROM =
      required("from", Codecs.SECONDS, OpenAccreditation::from);
  private static final Field<OpenAccreditation, Optional<Instant>> TO =
      optional("to", Codecs.SECONDS, OpenAccreditation::to);
  private static final Field<OpenAccreditation, Digest> BASIS =
      required("basis", Codecs.DIGEST, OpenAccreditation::basis);
  private static final Field<OpenAccreditation, List<SealKey>> SEALS =
      required("seals", ListCodec.set(Terms.SEAL_KEY, 0, 16), OpenAccreditation::seals);
  private static final Field<OpenAccreditation, Optional<Uscc>> SUCCEEDS =
      optional("succeeds", Terms.USCC, OpenAccreditation::succeeds);

  /** The JSON form. */
  public static final ObjectCodec<OpenAccreditation> CODEC =
      ObjectCodec.of(
          members ->
              new OpenAccreditation(
                  members.get(ISSUER),
                  members.get(TYPE),
                  members.get(DIVISION),
                  members.get(FROM),
                  members.get(TO),
                  members.get(BASIS),
                  members.get(SEALS),
                  members.get(SUCCEEDS)),
          ISSUER,
          TYPE,
          DIVISION,
          FROM,
          TO,
          BASIS,
          SEALS,
          SUCCEEDS);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the members do not go together
   */
  public OpenAccreditation {
    seals = List.copyOf(seals);
    if (to.isPresent() && !to.get().isAfter(from)) {
      throw new IllegalArgumentException("a window ends after it begins");
    }
  }

  @Override
  public Operation operation() {
    return Operation.OPEN_ACCREDITATION;
  }
}
