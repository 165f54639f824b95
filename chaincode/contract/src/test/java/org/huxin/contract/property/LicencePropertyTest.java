// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.property;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.huxin.contract.property.LicenceModel.Place;
import org.huxin.contract.property.LicenceModel.Request;
import org.huxin.contract.property.LicenceModel.Theft;
import org.huxin.contract.property.LicenceModel.Who;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.id.AnchorKey;
import org.huxin.core.id.StatementId;
import org.huxin.core.licence.AnchorBatch;
import org.huxin.core.licence.ChangeLicenceStatus;
import org.huxin.core.licence.DecidedLicence;
import org.huxin.core.licence.InitialStatus;
import org.huxin.core.licence.LicenceStatus;
import org.huxin.core.licence.StatusAction;
import org.huxin.core.licence.StatusDecision;
import org.huxin.core.licence.StatusEvent;
import org.huxin.core.licence.StatusLine;
import org.huxin.core.licence.Supersede;
import org.huxin.core.licence.SupersedeReason;
import org.huxin.core.licence.TrustLevel;
import org.huxin.core.merkle.InclusionProof;
import org.huxin.core.record.LicenceRecord;
import org.huxin.core.reference.HolderCommitment;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.statement.Code;
import org.huxin.core.verdict.Aspect;
import org.huxin.core.verification.Question;
import org.huxin.core.verification.VerdictRules;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.SignatureSuite;
import org.junit.jupiter.api.Test;

/** Licences change their status by whoever tries, and verifiers ask of any two times. */
final class LicencePropertyTest {
  private static final LicenceParties PARTIES = LicenceParties.founded();
  private static final StatementId NO_AGREEMENT = new StatementId(LicenceParties.BASIS);

  private static final List<AnchorKey> LICENCES = List.of(licence("one"), licence("two"));

  private static AnchorKey licence(String name) {
    return new AnchorKey(DigestAlgorithm.SHA_256.digest(Bytes.utf8(name)));
  }

  private static LicenceRef ref(AnchorKey licence) {
    return new LicenceRef(
        LicenceParties.uscc(Who.ISSUER), LicenceParties.TYPE, LicenceParties.DIVISION, licence);
  }

  @Test
  void aLicenceStandsWhereTheModelHasIt() {
    RandomSequences.run(random -> new Run(random).run());
  }

  private static final class Run {
    private final Sequence sequence;
    private final ContractBench bench;
    private final Map<Who, Theft> thefts = new EnumMap<>(Who.class);
    private Map<AnchorKey, LicenceModel> models = new LinkedHashMap<>();

    Run(Random random) {
      sequence = new Sequence(random, PARTIES.ledger().copy());
      bench = sequence.bench();
      LICENCES.forEach(licence -> models.put(licence, new LicenceModel(thefts)));
    }

    void run() {
      int steps = 7 + sequence.random().nextInt(9);
      for (int i = 0; i < steps; i++) {
        sequence.pass(600);
        if (sequence.once(8)) {
          anchor();
        } else if (sequence.once(12)) {
          steal(sequence.one(Who.ISSUER, Who.SUPERVISOR));
        } else {
          change();
        }
        compare();
      }
    }

    private void steal(Who who) {
      if (!thefts.containsKey(who)) {
        Instant since = sequence.around(90, 0);
        thefts.put(who, new Theft(since, bench.now()));
        var unused = bench.compromise(LicenceParties.uscc(who), since);
        sequence.note(bench.now() + " " + who + "'s key is compromised since " + since);
      }
    }

    private SampleKey key(Who who) {
      return SampleKey.of(LicenceParties.uscc(who), thefts.containsKey(who) ? 2 : 1);
    }

    private Map<AnchorKey, LicenceModel> copies() {
      Map<AnchorKey, LicenceModel> copies = new LinkedHashMap<>();
      models.forEach((licence, model) -> copies.put(licence, model.copy()));
      return copies;
    }

    private void change() {
      Who who =
          sequence.once(3) ? sequence.one(Who.values()) : sequence.one(Who.ISSUER, Who.SUPERVISOR);
      Map<AnchorKey, LicenceModel> after = copies();
      List<StatusDecision> decisions = new ArrayList<>();
      Optional<LedgerRefusal> refusal = Optional.empty();
      int first = sequence.random().nextInt(LICENCES.size());
      int count = sequence.once(4) ? 2 : 1;
      for (int i = 0; i < count; i++) {
        AnchorKey licence = LICENCES.get((first + i) % LICENCES.size());
        LicenceModel model = after.getOrDefault(licence, new LicenceModel(thefts));
        Request request = likely(model, who);
        decisions.add(decision(request, licence));
        refusal = refusal.or(() -> model.whyNot(request, who, bench.now()));
        if (refusal.isEmpty()) {
          model.record(request, who, !thefts.containsKey(who), bench.now());
        }
      }
      ChangeLicenceStatus statement =
          new ChangeLicenceStatus(
              LicenceParties.uscc(Who.ISSUER),
              LicenceParties.TYPE,
              LicenceParties.DIVISION,
              decisions);
      sequence.step(refusal, LicenceParties.city(who), bench.sign(key(who), statement));
      if (refusal.isEmpty()) {
        models = after;
      }
    }

    /** Mostly something that would be accepted: a licence to which much happened is of interest. */
    private Request likely(LicenceModel model, Who who) {
      Request request = request(model);
      for (int i = 0; i < 6 && model.whyNot(request, who, bench.now()).isPresent(); i++) {
        request = request(model);
      }
      return request;
    }

    private Request request(LicenceModel model) {
      boolean annul = !thefts.isEmpty() && model.version() > 0 && sequence.once(3);
      StatusEvent event =
          annul
              ? StatusEvent.ANNUL
              : sequence.once(8)
                  ? sequence.one(StatusEvent.WITHDRAW, StatusEvent.REVOKE, StatusEvent.CANCEL)
                  : sequence.one(
                      StatusEvent.SUSPEND,
                      StatusEvent.SUSPEND,
                      StatusEvent.RESUME,
                      StatusEvent.TRANSFER_OUT,
                      StatusEvent.CANCEL_TRANSFER_OUT,
                      StatusEvent.CLOSE);
      boolean back = event == StatusEvent.WITHDRAW || sequence.once(20);
      Instant effective =
          back ? sequence.around(100, 0) : sequence.once(2) ? bench.now() : sequence.around(0, 100);
      int replaces =
          event == StatusEvent.SUSPEND
              ? 0
              : sequence.once(15) ? sequence.one(0, model.version() + 1) : model.version();
      return new Request(
          event,
          effective,
          sequence.once(2) ? Place.DESTINATION_DISTRICT : sequence.one(Place.values()),
          !sequence.once(4),
          replaces,
          annul ? 1 + sequence.random().nextInt(model.version() + 1) : 0);
    }

    private StatusDecision decision(Request request, AnchorKey licence) {
      return new StatusDecision(
          StatusAction.valueOf(request.event().name()),
          request.effective(),
          new Code("SAMPLE"),
          LicenceParties.BASIS,
          Optional.of(LicenceParties.division(request.place()))
              .filter(place -> request.event() == StatusEvent.TRANSFER_OUT),
          Optional.of(agreement(request.agreed()))
              .filter(agreement -> request.event() == StatusEvent.CLOSE),
          List.of(
              new DecidedLicence(
                  licence, positive(request.replaces()), positive(request.strikes()))));
    }

    private static Optional<Integer> positive(int number) {
      return Optional.of(number).filter(each -> each > 0);
    }

    private static StatementId agreement(boolean agreed) {
      return agreed ? PARTIES.agreement() : NO_AGREEMENT;
    }

    private void anchor() {
      Who who =
          sequence.one(
              Who.ISSUER,
              Who.ISSUER,
              Who.SUCCESSOR,
              Who.DESTINATION,
              Who.DESTINATION,
              Who.STRANGER,
              Who.SUPERVISOR);
      Map<AnchorKey, LicenceModel> after = copies();
      Optional<LedgerRefusal> refusal = Optional.empty();
      if (who == Who.SUPERVISOR) {
        refusal = Optional.of(LedgerRefusal.ROLE_NOT_IN_FORCE);
      } else if (who == Who.STRANGER) {
        refusal = Optional.of(LedgerRefusal.NOT_ACCREDITED);
      }
      List<Supersede> supersedes = new ArrayList<>();
      while (sequence.once(2)) {
        AnchorKey licence = sequence.one(LICENCES);
        LicenceModel model = after.getOrDefault(licence, new LicenceModel(thefts));
        boolean takesOver = sequence.random().nextInt(4) == 0 ^ who == Who.DESTINATION;
        boolean agreed = !sequence.once(4);
        supersedes.add(
            new Supersede(
                ref(licence),
                takesOver ? SupersedeReason.TRANSFERRED_IN : SupersedeReason.RENEWED,
                Optional.empty(),
                Optional.of(agreement(agreed)).filter(each -> takesOver)));
        Request request =
            new Request(
                takesOver ? StatusEvent.CLOSE : StatusEvent.SUPERSEDE,
                takesOver ? Instant.MIN : bench.now(),
                Place.NOWHERE,
                agreed,
                model.version(),
                0);
        refusal =
            refusal.or(
                () ->
                    takesOver
                        ? model.whyNotTakenOver(who == Who.DESTINATION, agreed)
                        : model.whyNot(request, who, bench.now()));
        if (refusal.isEmpty()) {
          model.record(request, who, !thefts.containsKey(who), bench.now());
        }
      }
      List<InitialStatus> initial = new ArrayList<>();
      while (who == Who.ISSUER && sequence.once(3)) {
        AnchorKey licence = sequence.one(LICENCES);
        LicenceModel model = after.getOrDefault(licence, new LicenceModel(thefts));
        StatusEvent event =
            sequence.one(
                StatusEvent.SUSPEND, StatusEvent.WITHDRAW, StatusEvent.CANCEL, StatusEvent.REVOKE);
        Request request =
            new Request(event, sequence.around(20, 20), Place.NOWHERE, false, model.version(), 0);
        initial.add(
            new InitialStatus(
                licence,
                StatusAction.valueOf(event.name()),
                request.effective(),
                LicenceParties.BASIS));
        refusal = refusal.or(() -> whyNotInitial(model, request));
        if (refusal.isEmpty()) {
          model.record(request, who, !thefts.containsKey(who), bench.now());
        }
      }
      AnchorBatch batch =
          new AnchorBatch(
              LicenceParties.uscc(who),
              LicenceParties.TYPE,
              1,
              LicenceParties.city(who).district(),
              SignatureSuite.ED25519,
              LicenceParties.BASIS,
              4_096,
              TrustLevel.A,
              false,
              Optional.empty(),
              supersedes,
              initial);
      sequence.step(refusal, LicenceParties.city(who), bench.sign(key(who), batch));
      if (refusal.isEmpty()) {
        models = after;
      }
    }

    private Optional<LedgerRefusal> whyNotInitial(LicenceModel model, Request request) {
      if (model.version() > 0) {
        return Optional.of(LedgerRefusal.ALREADY_EXISTS);
      }
      if (request.event() == StatusEvent.REVOKE) {
        return Optional.of(LedgerRefusal.TRANSITION_NOT_ALLOWED);
      }
      return model.whyNot(request, Who.ISSUER, bench.now());
    }

    private void compare() {
      models.forEach(
          (licence, model) -> {
            Optional<LicenceStatus> status = bench.ledger().get(LicenceStatus.key(ref(licence)));
            int version = status.map(LicenceStatus::version).orElse(0);
            sequence.check("version", model.version(), version);
            if (status.isPresent()) {
              compare(model, StatusLine.of(status.get().history().entries()));
              compare(model, licence, sequence.around(60, 120), Instant.MAX);
              compare(model, licence, sequence.around(200, 10), sequence.around(200, 0));
            }
          });
    }

    private void compare(LicenceModel model, StatusLine line) {
      sequence.check("now", model.now().name(), line.now().state().status().name());
      if (model.now() == LicenceModel.Stand.SUSPENDED) {
        sequence.check(
            "suspended by",
            model.suspending().stream().map(LicenceParties::uscc).collect(Collectors.toSet()),
            line.now().state().suspendedBy());
      }
    }

    private void compare(LicenceModel model, AnchorKey licence, Instant asOf, Instant knownAt) {
      Question question =
          new Question(
              record(licence),
              NO_AGREEMENT,
              new InclusionProof(DigestAlgorithm.SHA_256, 1, 0, Bytes.of(new byte[0])),
              Optional.empty(),
              Optional.empty(),
              asOf,
              Optional.of(knownAt).filter(each -> !each.equals(Instant.MAX)),
              Optional.empty());
      String found =
          VerdictRules.judge(bench.ledger(), ContractBench.LEDGER, question, Optional.empty())
              .of(Aspect.STATUS)
              .findings()
              .stream()
              .map(finding -> finding.code().name())
              .findFirst()
              .orElse("VALID");
      sequence.check(
          licence + " as of " + asOf + " as known at " + knownAt,
          model.at(asOf, knownAt).name(),
          found);
    }

    private static LicenceRecord record(AnchorKey licence) {
      LocalDate day = LocalDate.of(2025, 1, 1);
      return new LicenceRecord(
          licence,
          LicenceParties.TYPE,
          1,
          LicenceParties.uscc(Who.ISSUER),
          LicenceParties.DIVISION,
          1,
          day,
          day,
          Optional.empty(),
          Optional.empty(),
          1,
          LicenceParties.BASIS,
          List.of(new HolderCommitment(LicenceParties.BASIS)),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }
}
