// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verification;

import static org.huxin.core.codec.Field.required;

import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.verdict.Outcome;
import org.huxin.core.verdict.Verdict;

/**
 * Why an offered licence serves as a material, or not.
 *
 * @param accepted whether it serves
 * @param typeAccepted whether the item accepts its type for this material
 * @param predicates the caller's judgement of its attributes
 * @param verdict the ledger's half of its verdict
 */
public record OfferAnswer(
    boolean accepted, boolean typeAccepted, Outcome predicates, Verdict verdict) {
  private static final Field<OfferAnswer, Boolean> ACCEPTED =
      required("accepted", Codecs.BOOLEAN, OfferAnswer::accepted);
  private static final Field<OfferAnswer, Boolean> TYPE_ACCEPTED =
      required("typeAccepted", Codecs.BOOLEAN, OfferAnswer::typeAccepted);
  private static final Field<OfferAnswer, Outcome> PREDICATES =
      required("predicates", Codecs.enumeration(Outcome.class), OfferAnswer::predicates);
  private static final Field<OfferAnswer, Verdict> VERDICT =
      required("verdict", Verdict.CODEC, OfferAnswer::verdict);

  /** The JSON form. */
  public static final ObjectCodec<OfferAnswer> CODEC =
      ObjectCodec.of(
          members ->
              new OfferAnswer(
                  members.get(ACCEPTED),
                  members.get(TYPE_ACCEPTED),
                  members.get(PREDICATES),
                  members.get(VERDICT)),
          ACCEPTED,
          TYPE_ACCEPTED,
          PREDICATES,
          VERDICT);
}
