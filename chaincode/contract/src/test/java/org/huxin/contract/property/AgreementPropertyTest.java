// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.property;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.huxin.contract.property.AgreementModel.Act;
import org.huxin.contract.property.AgreementModel.Terms;
import org.huxin.contract.property.AgreementModel.Version;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleCatalogue;
import org.huxin.contract.sample.SampleCity;
import org.huxin.core.agreement.Agreement;
import org.huxin.core.agreement.AgreementInForce;
import org.huxin.core.agreement.AgreementLine;
import org.huxin.core.agreement.AgreementState;
import org.huxin.core.agreement.AgreementTerms;
import org.huxin.core.agreement.AmendAgreement;
import org.huxin.core.agreement.GiveNotice;
import org.huxin.core.agreement.ProposeAgreement;
import org.huxin.core.agreement.RecognitionRule;
import org.huxin.core.agreement.RejectAgreement;
import org.huxin.core.agreement.ResumeAgreement;
import org.huxin.core.agreement.SignAgreement;
import org.huxin.core.agreement.SuspendAgreement;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.licence.TrustLevel;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.signed.StatementHead;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Title;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.junit.jupiter.api.Test;

/** Cities propose, sign, reject, suspend, resume, amend and end an agreement. */
final class AgreementPropertyTest {
  private static final Digest BASIS = DigestAlgorithm.SHA_256.digest(Bytes.utf8("a decision"));
  private static final int SHORTEST_NOTICE = ContractBench.LIMITS.agreementNoticeSeconds();
  private static final ContractBench FOUNDED = ContractBench.founded();

  @Test
  void anAgreementBindsWhenTheModelSaysSo() {
    RandomSequences.run(random -> new Run(random).run());
  }

  private static final class Run {
    private final Sequence sequence;
    private final ContractBench bench;
    private Optional<StatementId> agreement = Optional.empty();
    private Optional<AgreementModel> model = Optional.empty();

    Run(Random random) {
      sequence = new Sequence(random, FOUNDED.copy());
      bench = sequence.bench();
    }

    void run() {
      int steps = 8 + sequence.random().nextInt(8);
      for (int i = 0; i < steps; i++) {
        // A notice runs for thirty days: some end within a sequence.
        sequence.pass(sequence.once(4) ? 30_000 : 500);
        if (model.isEmpty()) {
          propose();
        } else if (sequence.once(5)) {
          amend(model.get());
        } else {
          act(model.get());
        }
        model.ifPresent(this::compare);
      }
    }

    private SampleCity city() {
      return sequence.one(SampleCity.values());
    }

    private Terms terms(Set<SampleCity> atLeast) {
      Set<SampleCity> parties = EnumSet.of(SampleCity.ORDOS, SampleCity.BAOTOU);
      parties.addAll(atLeast);
      if (sequence.once(4)) {
        parties.add(city());
      }
      if (sequence.once(5)) {
        parties.remove(city());
      }
      // Two at least.
      parties.addAll(parties.size() < 2 ? EnumSet.allOf(SampleCity.class) : parties);
      return new Terms(
          parties,
          sequence.once(4) ? sequence.around(10, 1_000) : Instant.MAX,
          SHORTEST_NOTICE - (sequence.once(10) ? 1 : 0));
    }

    private static AgreementTerms written(Terms terms) {
      List<DivisionCode> parties = terms.parties().stream().map(SampleCity::code).sorted().toList();
      return new AgreementTerms(
          new Title("互认协议(示例)"),
          BASIS,
          parties,
          List.of(
              new RecognitionRule(
                  List.of(SampleCatalogue.BUSINESS_LICENCE),
                  parties,
                  parties,
                  List.of(),
                  TrustLevel.B,
                  false,
                  false)),
          ContractBench.FOUNDED,
          Optional.of(terms.validTo()).filter(end -> !end.equals(Instant.MAX)),
          terms.noticeSeconds());
    }

    private void propose() {
      SampleCity city = city();
      Terms terms = terms(Set.of());
      Optional<LedgerRefusal> refusal =
          AgreementModel.whyNotProposed(terms, city, bench.now(), SHORTEST_NOTICE);
      SignedStatement proposal =
          bench.sign(city.governorKey(), new ProposeAgreement(written(terms)));
      sequence.step(refusal, city, proposal);
      if (refusal.isEmpty()) {
        agreement = Optional.of(proposal.id());
        model = Optional.of(new AgreementModel(terms, bench.now()));
      }
    }

    private StatementId id() {
      return agreement.orElseThrow();
    }

    private int number(AgreementModel agreed) {
      return Math.max(1, agreed.versions().size() + (sequence.once(6) ? sequence.one(-1, 1) : 0));
    }

    private void amend(AgreementModel agreed) {
      int number = number(agreed) + (sequence.once(3) ? 0 : 1);
      if (number < 2) {
        return;
      }
      Optional<Version> before = agreed.find(number - 1);
      Terms terms = terms(before.map(each -> each.terms.parties()).orElse(Set.of()));
      SampleCity city = sequence.once(6) ? city() : sequence.one(List.copyOf(terms.parties()));
      int replaces = before.map(each -> each.changes).orElse(1) + (sequence.once(10) ? 1 : 0);
      Optional<LedgerRefusal> refusal =
          agreed.whyNotAmended(number, terms, city, replaces, bench.now(), SHORTEST_NOTICE);
      AmendAgreement amendment = new AmendAgreement(id(), number, written(terms));
      sequence.step(refusal, city, bench.sign(city.governorKey(), replaces, amendment));
      if (refusal.isEmpty()) {
        agreed.amend(number, terms, bench.now());
      }
    }

    private void act(AgreementModel agreed) {
      int number = number(agreed);
      Optional<Version> version = agreed.find(number);
      boolean proposed =
          version.filter(each -> each.stand == AgreementModel.Stand.PROPOSED).isPresent();
      Act act = proposed && !sequence.once(6) ? Act.SIGN : sequence.one(Act.values());
      SampleCity city =
          version.isPresent() && !sequence.once(6)
              ? sequence.one(List.copyOf(version.get().terms.parties()))
              : city();
      SampleCity signer = sequence.once(10) ? city() : city;
      boolean sameTerms = !sequence.once(10);
      int replaces = version.map(each -> each.changes).orElse(1) + (sequence.once(8) ? 1 : 0);
      Optional<LedgerRefusal> refusal =
          agreed.whyNot(act, number, signer, city, sameTerms, replaces, bench.now());
      StatementHead head =
          new StatementHead(
              ContractBench.LEDGER,
              bench.now(),
              act == Act.RESUME ? Optional.of(replaces) : Optional.empty());
      Digest terms =
          sameTerms && version.isPresent() ? written(version.get().terms).digest() : BASIS;
      sequence.step(
          refusal, signer, signer.governorKey().sign(head, statement(act, number, city, terms)));
      if (refusal.isEmpty()) {
        agreed.act(act, number, city, bench.now());
      }
    }

    private Statement statement(Act act, int number, SampleCity city, Digest terms) {
      DivisionCode code = city.code();
      return switch (act) {
        case SIGN -> new SignAgreement(id(), number, code, terms);
        case REJECT -> new RejectAgreement(id(), number, code, BASIS);
        case SUSPEND -> new SuspendAgreement(id(), number, code, BASIS);
        case RESUME -> new ResumeAgreement(id(), number, code, BASIS);
        case NOTICE -> new GiveNotice(id(), number, code, BASIS);
      };
    }

    private void compare(AgreementModel agreed) {
      agreed.versions().forEach(this::compare);
      Instant time = bench.now();
      Optional<AgreementInForce> found =
          AgreementInForce.find(bench.ledger(), id(), time, Optional.of(time), event -> true);
      SampleCity one = city();
      SampleCity other = city();
      // What was recorded a minute ahead of the clock is not known yet.
      boolean ahead = agreed.versions().values().stream().anyMatch(each -> each.last.isAfter(time));
      if (!ahead) {
        sequence.check(
            one + " and " + other + " at " + time,
            agreed.versions().values().stream()
                .anyMatch(
                    each -> each.binds(one, other, time) && time.isBefore(each.terms.validTo())),
            found.isPresent()
                && found
                    .get()
                    .rule(
                        SampleCatalogue.BUSINESS_LICENCE,
                        one.code(),
                        one.district(),
                        other.code(),
                        other.district(),
                        time)
                    .isPresent());
      }
    }

    private void compare(int number, Version version) {
      Agreement written = bench.get(Agreement.key(id(), number));
      AgreementState state = AgreementLine.now(written, written.history().entries());
      String which = "version " + number + " ";
      sequence.check(which + "changes", version.changes, written.version());
      sequence.check(which + "stands", version.stand.name(), state.status().name());
      sequence.check(which + "signed", codes(version.signed), state.signedBy());
      sequence.check(which + "suspended", codes(version.suspended), state.suspendedBy());
      Instant later = bench.now().plus(Duration.ofDays(sequence.random().nextInt(40)));
      SampleCity one = city();
      SampleCity other = city();
      sequence.check(
          which + "binds " + one + " and " + other + " at " + later,
          version.binds(one, other, later),
          state.binds(one.code(), other.code(), later));
    }

    private static Set<DivisionCode> codes(Set<SampleCity> cities) {
      return cities.stream().map(SampleCity::code).collect(Collectors.toSet());
    }
  }
}
