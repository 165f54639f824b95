// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.catalogue;

import static org.huxin.core.codec.Field.required;

import java.util.List;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.statement.Terms;

/**
 * A licence type that serves as a material.
 *
 * @param type the type
 * @param predicates what it must say
 */
public record AcceptedLicence(LicenceTypeCode type, List<Predicate> predicates) {
  private static final Field<AcceptedLicence, LicenceTypeCode> TYPE =
      required("type", Terms.LICENCE_TYPE, AcceptedLicence::type);
  private static final Field<AcceptedLicence, List<Predicate>> PREDICATES =
      required("predicates", ListCodec.list(Predicate.CODEC, 0, 8), AcceptedLicence::predicates);

  /** The JSON form. */
  public static final ObjectCodec<AcceptedLicence> CODEC =
      ObjectCodec.of(
          members -> new AcceptedLicence(members.get(TYPE), members.get(PREDICATES)),
          TYPE,
          PREDICATES);

  /** Copies of the given lists. */
  public AcceptedLicence {
    predicates = List.copyOf(predicates);
  }
}
