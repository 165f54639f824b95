// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.agreement;

import static org.huxin.core.codec.Field.required;

import java.util.List;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.licence.TrustLevel;
import org.huxin.core.statement.Terms;

/**
 * Which licences are recognised, from where, where, and for what.
 *
 * @param types which licences
 * @param from issued where
 * @param to used where
 * @param items for which services; empty for all
 * @param minimumTrust the least trust
 * @param acceptDisputed whether disputed ones count
 * @param statutory whether statutory use reaches them
 */
public record RecognitionRule(
    List<LicenceTypeCode> types,
    List<DivisionCode> from,
    List<DivisionCode> to,
    List<ServiceItemCode> items,
    TrustLevel minimumTrust,
    boolean acceptDisputed,
    boolean statutory) {
  private static final Field<RecognitionRule, List<LicenceTypeCode>> TYPES =
      required("types", ListCodec.set(Terms.LICENCE_TYPE, 1, 64), RecognitionRule::types);
  private static final Field<RecognitionRule, List<DivisionCode>> FROM =
      required("from", ListCodec.set(Terms.DIVISION, 1, 64), RecognitionRule::from);
  private static final Field<RecognitionRule, List<DivisionCode>> TO =
      required("to", ListCodec.set(Terms.DIVISION, 1, 64), RecognitionRule::to);
  private static final Field<RecognitionRule, List<ServiceItemCode>> ITEMS =
      required("items", ListCodec.set(Terms.SERVICE_ITEM, 0, 256), RecognitionRule::items);
  private static final Field<RecognitionRule, TrustLevel> MINIMUM_TRUST =
      required("minimumTrust", Codecs.enumeration(TrustLevel.class), RecognitionRule::minimumTrust);
  private static final Field<RecognitionRule, Boolean> ACCEPT_DISPUTED =
      required("acceptDisputed", Codecs.BOOLEAN, RecognitionRule::acceptDisputed);
  private static final Field<RecognitionRule, Boolean> STATUTORY =
      required("statutory", Codecs.BOOLEAN, RecognitionRule::statutory);

  /** The JSON form. */
  public static final ObjectCodec<RecognitionRule> CODEC =
      ObjectCodec.of(
          members ->
              new RecognitionRule(
                  members.get(TYPES),
                  members.get(FROM),
                  members.get(TO),
                  members.get(ITEMS),
                  members.get(MINIMUM_TRUST),
                  members.get(ACCEPT_DISPUTED),
                  members.get(STATUTORY)),
          TYPES,
          FROM,
          TO,
          ITEMS,
          MINIMUM_TRUST,
          ACCEPT_DISPUTED,
          STATUTORY);

  /** Copies of the given lists. */
  public RecognitionRule {
    types = List.copyOf(types);
    from = List.copyOf(from);
    to = List.copyOf(to);
    items = List.copyOf(items);
  }

  /** Whether it is about licences of a type that one division issued and another uses. */
  public boolean covers(LicenceTypeCode type, DivisionCode issuedIn, DivisionCode usedIn) {
    return types.contains(type)
        && from.stream().anyMatch(division -> division.covers(issuedIn))
        && to.stream().anyMatch(division -> division.covers(usedIn));
  }

  /** Whether it is about a service item. */
  public boolean serves(ServiceItemCode item) {
    return items.isEmpty() || items.contains(item);
  }
}
