// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.governance;

import static org.huxin.core.codec.Field.required;

import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.MspId;
import org.huxin.core.id.Uscc;
import org.huxin.core.statement.Name;
import org.huxin.core.statement.Terms;

/**
 * A city that shares the ledger.
 *
 * @param code its division
 * @param name its name
 * @param msp its organisation in Fabric
 * @param governor the authority that governs it
 */
public record MemberCity(DivisionCode code, Name name, MspId msp, Uscc governor) {
  private static final Field<MemberCity, DivisionCode> CODE =
      required("code", Terms.DIVISION, MemberCity::code);
  private static final Field<MemberCity, Name> NAME =
      required("name", Name.CODEC, MemberCity::name);
  private static final Field<MemberCity, MspId> MSP =
      required("msp", Terms.MSP_ID, MemberCity::msp);
  private static final Field<MemberCity, Uscc> GOVERNOR =
      required("governor", Terms.USCC, MemberCity::governor);

  /** The JSON form. */
  public static final ObjectCodec<MemberCity> CODEC =
      ObjectCodec.of(
          members ->
              new MemberCity(
                  members.get(CODE), members.get(NAME), members.get(MSP), members.get(GOVERNOR)),
          CODE,
          NAME,
          MSP,
          GOVERNOR);
}
