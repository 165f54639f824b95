// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.property;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.contract.property.LicenceModel.Place;
import org.huxin.contract.property.LicenceModel.Who;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleAuthority;
import org.huxin.contract.sample.SampleCatalogue;
import org.huxin.contract.sample.SampleCity;
import org.huxin.contract.sample.SampleCompetence;
import org.huxin.core.agreement.AgreementTerms;
import org.huxin.core.agreement.ProposeAgreement;
import org.huxin.core.agreement.RecognitionRule;
import org.huxin.core.agreement.SignAgreement;
import org.huxin.core.authority.Role;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.licence.TrustLevel;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.statement.Title;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;

/**
 * Who acts on licences of one issuer in Ordos, and a ledger that knows them, with an agreement
 * under which Ulanqab takes over.
 *
 * @param ledger the ledger, to be copied
 * @param agreement the agreement
 */
record LicenceParties(ContractBench ledger, StatementId agreement) {
  static final DivisionCode DIVISION = SampleCity.ORDOS.district();
  static final LicenceTypeCode TYPE = SampleCatalogue.BUSINESS_LICENCE;
  static final Digest BASIS = DigestAlgorithm.SHA_256.digest(Bytes.utf8("a decision"));

  private static final Map<Who, Uscc> USCCS = new EnumMap<>(Who.class);

  static {
    for (Who who : Who.values()) {
      DivisionCode division =
          who == Who.DESTINATION ? SampleCity.ULANQAB.district() : SampleCity.ORDOS.district();
      USCCS.put(who, SampleAuthority.in(division, USCCS.size() + 1));
    }
  }

  static LicenceParties founded() {
    ContractBench bench = ContractBench.founded();
    for (Who who : Who.values()) {
      bench.register(uscc(who), city(who).district(), superior(who), role(who));
    }
    SampleCatalogue.putType(bench, TYPE, false);
    SampleCompetence.accredit(bench, uscc(Who.ISSUER), TYPE, DIVISION);
    SampleCompetence.succeed(
        bench, uscc(Who.SUCCESSOR), Optional.of(uscc(Who.ISSUER)), TYPE, SampleCity.ORDOS.code());
    SampleCompetence.accredit(bench, uscc(Who.DESTINATION), TYPE, SampleCity.ULANQAB.district());
    SampleCompetence.supervise(bench, uscc(Who.SUPERVISOR), TYPE, DIVISION);
    SampleCompetence.supervise(bench, uscc(Who.SECOND_SUPERVISOR), TYPE, SampleCity.ORDOS.code());
    return new LicenceParties(bench, agree(bench));
  }

  private static StatementId agree(ContractBench bench) {
    List<DivisionCode> parties = List.of(SampleCity.ORDOS.code(), SampleCity.ULANQAB.code());
    AgreementTerms terms =
        new AgreementTerms(
            new Title("迁移协议(示例)"),
            BASIS,
            parties,
            List.of(
                new RecognitionRule(
                    List.of(TYPE), parties, parties, List.of(), TrustLevel.B, false, false)),
            ContractBench.FOUNDED,
            Optional.empty(),
            ContractBench.LIMITS.agreementNoticeSeconds());
    SignedStatement proposal =
        bench.sign(SampleCity.ORDOS.governorKey(), new ProposeAgreement(terms));
    bench.accept(SampleCity.ORDOS, proposal);
    for (SampleCity city : List.of(SampleCity.ORDOS, SampleCity.ULANQAB)) {
      bench.accept(
          city,
          bench.sign(
              city.governorKey(),
              new SignAgreement(proposal.id(), 1, city.code(), terms.digest())));
    }
    return proposal.id();
  }

  static Uscc uscc(Who who) {
    return Optional.ofNullable(USCCS.get(who)).orElseThrow();
  }

  static SampleCity city(Who who) {
    return who == Who.DESTINATION ? SampleCity.ULANQAB : SampleCity.ORDOS;
  }

  private static Optional<Uscc> superior(Who who) {
    return who == Who.ISSUER ? Optional.of(uscc(Who.SUPERIOR)) : Optional.empty();
  }

  private static Role role(Who who) {
    return switch (who) {
      case ISSUER, SUCCESSOR, DESTINATION, STRANGER -> Role.ISSUER;
      case SUPERVISOR, SECOND_SUPERVISOR -> Role.SUPERVISOR;
      case SUPERIOR -> Role.CONSUMER;
    };
  }

  static DivisionCode division(Place place) {
    return switch (place) {
      case DESTINATION_DISTRICT -> SampleCity.ULANQAB.district();
      case DESTINATION_CITY -> SampleCity.ULANQAB.code();
      case THIRD_CITY -> SampleCity.BAOTOU.code();
      case OWN_CITY -> SampleCity.ORDOS.code();
      case NOWHERE -> new DivisionCode("440300");
    };
  }
}
