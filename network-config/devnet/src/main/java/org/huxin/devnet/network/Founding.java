// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.network;

import java.util.List;
import org.huxin.core.catalogue.DefineLicenceType;
import org.huxin.core.governance.Limits;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.signature.SignatureSuite;

/**
 * What the cities found their ledger with, besides themselves.
 *
 * @param suite of the governors' keys
 * @param licenceTypes the national types
 * @param limits what holds for every statement
 * @param sealRoots fingerprints of the accepted roots of seal certificates
 * @param timeStampRoots fingerprints of the accepted roots of time stamps
 */
public record Founding(
    SignatureSuite suite,
    List<DefineLicenceType> licenceTypes,
    Limits limits,
    List<Digest> sealRoots,
    List<Digest> timeStampRoots) {
  private static final int MINUTE = 60;
  private static final int DAY = 24 * 60 * MINUTE;

  /**
   * Five minutes of skew, a week for statements, thirty days of notice and to void a batch, five
   * and fifteen days for disputes, a year for authorizations.
   */
  private static final Limits LIMITS =
      new Limits(
          5 * MINUTE, 7 * DAY, 30 * DAY, 5 * DAY, 15 * DAY, 15 * DAY, 30 * DAY, 365 * DAY, 200, 16);

  /** Copies the lists. */
  public Founding {
    licenceTypes = List.copyOf(licenceTypes);
    sealRoots = List.copyOf(sealRoots);
    timeStampRoots = List.copyOf(timeStampRoots);
  }

  /** Governors with SM2 keys and the national types; no seal roots yet. */
  public static Founding standard() {
    return new Founding(SignatureSuite.SM, NationalTypes.all(), LIMITS, List.of(), List.of());
  }

  /** The same with these roots. */
  public Founding withRoots(List<Digest> seals, List<Digest> timeStamps) {
    return new Founding(suite, licenceTypes, limits, seals, timeStamps);
  }

  /** The same with other limits. */
  public Founding withLimits(Limits others) {
    return new Founding(suite, licenceTypes, others, sealRoots, timeStampRoots);
  }
}
