// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.reference;

import static org.huxin.core.codec.Field.required;

import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.AnchorKey;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.digest.TupleHash;

/**
 * The plain name of a licence on the ledger: who knows it can follow its status.
 *
 * @param issuer who issued it
 * @param type its type
 * @param division where it was issued
 * @param anchorKey its own name
 */
public record LicenceRef(
    Uscc issuer, LicenceTypeCode type, DivisionCode division, AnchorKey anchorKey) {
  private static final Field<LicenceRef, Uscc> ISSUER =
      required("issuer", Terms.USCC, LicenceRef::issuer);
  private static final Field<LicenceRef, LicenceTypeCode> TYPE =
      required("type", Terms.LICENCE_TYPE, LicenceRef::type);
  private static final Field<LicenceRef, DivisionCode> DIVISION =
      required("division", Terms.DIVISION, LicenceRef::division);
  private static final Field<LicenceRef, AnchorKey> ANCHOR_KEY =
      required("anchorKey", Terms.ANCHOR_KEY, LicenceRef::anchorKey);

  /** The JSON form. */
  public static final ObjectCodec<LicenceRef> CODEC =
      ObjectCodec.of(
          members ->
              new LicenceRef(
                  members.get(ISSUER),
                  members.get(TYPE),
                  members.get(DIVISION),
                  members.get(ANCHOR_KEY)),
          ISSUER,
          TYPE,
          DIVISION,
          ANCHOR_KEY);

  /**
   * The name under which one authorization or use speaks of the licence: H("huxin/ref/1", issuer,
   * type, division, anchorKey, salt) with SHA-256.
   *
   * @param salt sixteen bytes, fresh for every authorization or use
   * @throws IllegalArgumentException if the salt has another length
   */
  public BlindedRef blinded(Bytes salt) {
    return new BlindedRef(
        TupleHash.begin(DigestAlgorithm.SHA_256, "huxin/ref/1")
            .add(issuer.text())
            .add(type.text())
            .add(division.text())
            .add(anchorKey.toString())
            .add(Salt.require(salt))
            .finish());
  }
}
