// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verification;

import static org.huxin.core.codec.Field.required;

import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.statement.Code;
import org.huxin.core.verdict.Outcome;

/**
 * A licence that is offered for a material.
 *
 * @param material for which material
 * @param predicates whether its disclosed attributes say what the item asks for: the caller's own
 *     judgement, who alone has them
 * @param question the licence
 */
public record OfferedLicence(Code material, Outcome predicates, Question question) {
  private static final Field<OfferedLicence, Code> MATERIAL =
      required("material", Code.CODEC, OfferedLicence::material);
  private static final Field<OfferedLicence, Outcome> PREDICATES =
      required("predicates", Codecs.enumeration(Outcome.class), OfferedLicence::predicates);
  private static final Field<OfferedLicence, Question> QUESTION =
      required("question", Question.CODEC, OfferedLicence::question);

  /** The JSON form. */
  public static final ObjectCodec<OfferedLicence> CODEC =
      ObjectCodec.of(
          members ->
              new OfferedLicence(
                  members.get(MATERIAL), members.get(PREDICATES), members.get(QUESTION)),
          MATERIAL,
          PREDICATES,
          QUESTION);
}
