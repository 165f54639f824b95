// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.sample;

import java.util.List;
import java.util.Optional;
import org.huxin.core.competence.Accreditation;
import org.huxin.core.competence.AccreditedPeriod;
import org.huxin.core.competence.SupervisedPeriod;
import org.huxin.core.competence.Supervision;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.ledger.History;
import org.huxin.core.ledger.Revision;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;

/** Competences that a test puts on the ledger: open since the founding. */
public final class SampleCompetence {
  private static final Digest BASIS = DigestAlgorithm.SHA_256.digest(Bytes.utf8("legal basis"));
  private static final Revision REVISION =
      new Revision(ContractBench.FOUNDED, new StatementId(BASIS));

  private SampleCompetence() {}

  /** An issuer is accredited. */
  public static void accredit(
      ContractBench bench, Uscc issuer, LicenceTypeCode type, DivisionCode division) {
    succeed(bench, issuer, Optional.empty(), type, division);
  }

  /** An issuer is accredited and answers for the licences of another. */
  public static void succeed(
      ContractBench bench,
      Uscc issuer,
      Optional<Uscc> predecessor,
      LicenceTypeCode type,
      DivisionCode division) {
    AccreditedPeriod period =
        new AccreditedPeriod(
            ContractBench.FOUNDED,
            Optional.empty(),
            BASIS,
            List.of(),
            predecessor,
            ContractBench.FOUNDED,
            Optional.empty());
    bench
        .ledger()
        .put(
            Accreditation.key(issuer, type, division),
            new Accreditation(issuer, type, division, List.of(period), History.begin(REVISION)));
  }

  /** An authority supervises. */
  public static void supervise(
      ContractBench bench, Uscc supervisor, LicenceTypeCode type, DivisionCode division) {
    SupervisedPeriod period =
        new SupervisedPeriod(
            ContractBench.FOUNDED,
            Optional.empty(),
            BASIS,
            ContractBench.FOUNDED,
            Optional.empty());
    bench
        .ledger()
        .put(
            Supervision.key(supervisor, type, division),
            new Supervision(supervisor, type, division, List.of(period), History.begin(REVISION)));
  }
}
