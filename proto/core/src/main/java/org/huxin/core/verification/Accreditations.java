// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verification;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.competence.Accreditation;
import org.huxin.core.competence.AccreditedPeriod;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.ledger.LedgerView;

/** Looks up the accreditation that covers a division: its own, or that of a division above it. */
final class Accreditations {
  private Accreditations() {}

  /** The period that holds at a legal time for the nearest division, as the ledger knew. */
  static Optional<AccreditedPeriod> at(
      LedgerView view,
      Uscc issuer,
      LicenceTypeCode type,
      DivisionCode division,
      Instant time,
      Optional<Instant> knownAt) {
    Optional<DivisionCode> covering = Optional.of(division);
    while (covering.isPresent() && covering.get().level() != DivisionCode.Level.PROVINCE) {
      Optional<AccreditedPeriod> period =
          view.get(Accreditation.key(issuer, type, covering.get()))
              .flatMap(accreditation -> accreditation.at(time, knownAt));
      if (period.isPresent()) {
        return period;
      }
      covering = covering.get().parent();
    }
    return Optional.empty();
  }
}
