// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.catalogue;

import static org.huxin.core.codec.Field.required;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.statement.FieldName;
import org.huxin.core.statement.Name;

/**
 * What an attribute must say. Judged by the caller, who alone has the attribute.
 *
 * @param attribute the attribute
 * @param operator how it is compared
 * @param value with what; at most 64 characters
 */
public record Predicate(FieldName attribute, PredicateOperator operator, Name value) {
  private static final Field<Predicate, FieldName> ATTRIBUTE =
      required("attribute", FieldName.CODEC, Predicate::attribute);
  private static final Field<Predicate, PredicateOperator> OPERATOR =
      required("operator", Codecs.enumeration(PredicateOperator.class), Predicate::operator);
  private static final Field<Predicate, Name> VALUE =
      required("value", Name.CODEC, Predicate::value);

  /** The JSON form. */
  public static final ObjectCodec<Predicate> CODEC =
      ObjectCodec.of(
          members ->
              new Predicate(members.get(ATTRIBUTE), members.get(OPERATOR), members.get(VALUE)),
          ATTRIBUTE,
          OPERATOR,
          VALUE);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the members do not go together
   */
  public Predicate {
    if (value.text().length() > MAX_VALUE) {
      throw new IllegalArgumentException(
          "a predicate's value has at most " + MAX_VALUE + " characters");
    }
  }

  /**
   * Whether an attribute says it.
   *
   * @param said what the attribute says
   */
  public boolean holds(String said) {
    return switch (operator) {
      case EQ -> said.equals(value.text());
      case ONE_OF -> List.of(value.text().split(",", -1)).contains(said);
      case CONTAINS -> said.contains(value.text());
      case AT_LEAST ->
          NUMBER.matcher(said).matches()
              && NUMBER.matcher(value.text()).matches()
              && new BigDecimal(said).compareTo(new BigDecimal(value.text())) >= 0;
    };
  }

  /** A number as licences write it: digits, perhaps a sign and decimals. */
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}([.][0-9]{1,9})?");

  /** Values are words of the trade, such as a grade or a scope of business. */
  public static final int MAX_VALUE = 64;
}
