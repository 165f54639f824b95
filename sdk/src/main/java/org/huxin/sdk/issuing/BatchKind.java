// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.issuing;

import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.licence.TrustLevel;

/**
 * What the licences of a batch have in common.
 *
 * @param type of which type
 * @param typeVersion in which version of the type, from 1
 * @param division where they are issued
 * @param trustLevel how far to be trusted
 * @param stock whether they were issued before
 */
public record BatchKind(
    LicenceTypeCode type,
    int typeVersion,
    DivisionCode division,
    TrustLevel trustLevel,
    boolean stock) {
  /** Licences that are issued now, together with the approval: trust level A. */
  public static BatchKind current(LicenceTypeCode type, int typeVersion, DivisionCode division) {
    return new BatchKind(type, typeVersion, division, TrustLevel.A, false);
  }

  /** Licences that were issued before. */
  public static BatchKind stock(
      LicenceTypeCode type, int typeVersion, DivisionCode division, TrustLevel trustLevel) {
    return new BatchKind(type, typeVersion, division, trustLevel, true);
  }
}
