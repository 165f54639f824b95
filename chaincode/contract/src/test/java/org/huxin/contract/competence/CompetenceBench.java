// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.competence;

import static org.huxin.contract.sample.SampleCity.ORDOS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huxin.contract.Outcome;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleAuthority;
import org.huxin.contract.sample.SampleCatalogue;
import org.huxin.contract.sample.SampleKey;
import org.huxin.contract.sample.SampleSeal;
import org.huxin.core.authority.Role;
import org.huxin.core.competence.Accreditation;
import org.huxin.core.competence.OpenAccreditation;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.SealKey;
import org.huxin.core.id.Uscc;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.statement.Statement;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;

/** A department, an approvals bureau and their seals in one city, and its governor's statements. */
final class CompetenceBench {
  static final Uscc DEPARTMENT = SampleAuthority.in(ORDOS.code(), 1);
  static final Uscc BUREAU = SampleAuthority.in(ORDOS.code(), 2);
  static final LicenceTypeCode TYPE = SampleCatalogue.BUSINESS_LICENCE;
  static final Digest BASIS = DigestAlgorithm.SM3.digest(Bytes.utf8("a legal basis"));

  final ContractBench bench = ContractBench.founded();
  final SampleKey department =
      bench.register(DEPARTMENT, ORDOS.code(), Optional.empty(), Role.ISSUER, Role.SUPERVISOR);
  final SealKey oldSeal = SampleSeal.put(bench, DEPARTMENT, "the department's seal");
  final SealKey newSeal = SampleSeal.put(bench, BUREAU, "the bureau's seal");

  CompetenceBench() {
    bench.register(BUREAU, ORDOS.code(), Optional.empty(), Role.ISSUER);
    SampleCatalogue.putType(bench, TYPE, false);
  }

  Instant now() {
    return bench.now();
  }

  Instant in(int days) {
    return bench.now().plus(Duration.ofDays(days));
  }

  OpenAccreditation opening(Uscc issuer, Instant from, SealKey... seals) {
    return new OpenAccreditation(
        issuer,
        TYPE,
        ORDOS.code(),
        from,
        Optional.empty(),
        BASIS,
        List.of(seals),
        Optional.empty());
  }

  OpenAccreditation succeeding(Uscc issuer, Uscc predecessor, Instant from) {
    return new OpenAccreditation(
        issuer,
        TYPE,
        ORDOS.code(),
        from,
        Optional.empty(),
        BASIS,
        List.of(),
        Optional.of(predecessor));
  }

  Outcome.Accepted accept(Statement statement) {
    return bench.accept(ORDOS, bench.sign(ORDOS.governorKey(), statement));
  }

  Outcome.Accepted accept(int replaces, Statement statement) {
    return bench.accept(ORDOS, bench.sign(ORDOS.governorKey(), replaces, statement));
  }

  void refuse(LedgerRefusal code, Statement statement) {
    bench.refuse(code, ORDOS, bench.sign(ORDOS.governorKey(), statement));
  }

  void refuse(LedgerRefusal code, int replaces, Statement statement) {
    bench.refuse(code, ORDOS, bench.sign(ORDOS.governorKey(), replaces, statement));
  }

  Accreditation accreditation(Uscc issuer) {
    return bench.get(Accreditation.key(issuer, TYPE, ORDOS.code()));
  }

  /** Whether a seal was competent for what an issuer sealed at a time, as is known now. */
  boolean mayHaveSealed(Uscc issuer, SealKey seal, Instant time) {
    return bench
        .ledger()
        .get(Accreditation.key(issuer, TYPE, ORDOS.code()))
        .flatMap(accreditation -> accreditation.at(time, Optional.of(bench.now())))
        .filter(period -> period.seals().contains(seal))
        .isPresent();
  }
}
