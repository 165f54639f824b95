// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verification;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.util.List;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.statement.Code;

/**
 * What becomes of one material.
 *
 * @param material which
 * @param result how it stands
 * @param dueDays for a deferred one: within how many days
 * @param offers what was offered for it, and why it serves or not; unmodifiable
 */
public record MaterialAnswer(
    Code material, MaterialResult result, Optional<Integer> dueDays, List<OfferAnswer> offers) {
  private static final Field<MaterialAnswer, Code> MATERIAL =
      required("material", Code.CODEC, MaterialAnswer::material);
  private static final Field<MaterialAnswer, MaterialResult> RESULT =
      required("result", Codecs.enumeration(MaterialResult.class), MaterialAnswer::result);
  private static final Field<MaterialAnswer, Optional<Integer>> DUE_DAYS =
      optional("dueDays", Codecs.count(1, 3_650), MaterialAnswer::dueDays);
  private static final Field<MaterialAnswer, List<OfferAnswer>> OFFERS =
      required(
          "offers",
          ListCodec.list(OfferAnswer.CODEC, 0, CertificateFreeQuestion.MAX_OFFERS),
          MaterialAnswer::offers);

  /** The JSON form. */
  public static final ObjectCodec<MaterialAnswer> CODEC =
      ObjectCodec.of(
          members ->
              new MaterialAnswer(
                  members.get(MATERIAL),
                  members.get(RESULT),
                  members.get(DUE_DAYS),
                  members.get(OFFERS)),
          MATERIAL,
          RESULT,
          DUE_DAYS,
          OFFERS);

  /** Copies of the given lists. */
  public MaterialAnswer {
    offers = List.copyOf(offers);
  }
}
