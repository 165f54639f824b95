// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.property;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.huxin.contract.property.SealModel.Filed;
import org.huxin.contract.property.SealModel.Happening;
import org.huxin.contract.property.SealModel.What;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleAuthority;
import org.huxin.contract.sample.SampleCity;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.Role;
import org.huxin.core.holder.SealOwnership;
import org.huxin.core.holder.SignedFact;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.SealKey;
import org.huxin.core.id.Uscc;
import org.huxin.core.jws.Jws;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.seal.CancelSeal;
import org.huxin.core.seal.DisableSeal;
import org.huxin.core.seal.FileSeal;
import org.huxin.core.seal.PastSealEvent;
import org.huxin.core.seal.ReplaceSeal;
import org.huxin.core.seal.RestoreSeal;
import org.huxin.core.seal.Seal;
import org.huxin.core.seal.SealAction;
import org.huxin.core.seal.SealCancellation;
import org.huxin.core.seal.SealEvent;
import org.huxin.core.seal.SealKind;
import org.huxin.core.seal.SealLine;
import org.huxin.core.signed.StatementHead;
import org.huxin.core.statement.FactKind;
import org.huxin.core.statement.Statement;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.junit.jupiter.api.Test;

/** Seals are filed, disabled, restored, cancelled and replaced, with any legal dates. */
final class SealPropertyTest {
  private static final Uscc MAKER = SampleAuthority.in(SampleCity.ORDOS.district(), 1);
  private static final Uscc OTHER_MAKER = SampleAuthority.in(SampleCity.ORDOS.district(), 2);
  private static final Uscc OWNER = SampleAuthority.in(SampleCity.ORDOS.district(), 3);
  private static final Uscc OTHER_OWNER = SampleAuthority.in(SampleCity.ORDOS.district(), 4);
  private static final Digest BASIS = sm3("a decision");
  private static final List<SealKey> SEALS =
      List.of(new SealKey(sm3("one")), new SealKey(sm3("two")), new SealKey(sm3("three")));

  /** Of each seal by each owner, signed once. */
  private static final List<List<Jws>> OWNERSHIPS =
      List.of(ownerships(OWNER), ownerships(OTHER_OWNER));

  private static final ContractBench FOUNDED = founded();

  private static ContractBench founded() {
    ContractBench bench = ContractBench.founded();
    for (Uscc each : List.of(MAKER, OTHER_MAKER)) {
      bench.register(each, SampleCity.ORDOS.district(), Optional.empty(), Role.SEAL_MAKER);
    }
    for (Uscc each : List.of(OWNER, OTHER_OWNER)) {
      bench.register(each, SampleCity.ORDOS.district(), Optional.empty(), Role.ISSUER);
    }
    return bench;
  }

  private static List<Jws> ownerships(Uscc owner) {
    SampleKey key = SampleKey.of(owner, 1);
    return SEALS.stream()
        .map(
            seal ->
                SignedFact.sign(
                        key.signer(),
                        key.id(),
                        FactKind.SEAL_OWNERSHIP,
                        SealOwnership.CODEC,
                        new SealOwnership(ContractBench.LEDGER, ContractBench.FOUNDED, seal, BASIS))
                    .jws())
        .toList();
  }

  private static Digest sm3(String text) {
    return DigestAlgorithm.SM3.digest(Bytes.utf8(text));
  }

  @Test
  void sealsStandWhereTheModelHasThem() {
    RandomSequences.run(random -> new Run(random).run());
  }

  private static final class Run {
    private final Sequence sequence;
    private final ContractBench bench;
    private final SealModel model = new SealModel();
    private SampleKey makerKey = SampleKey.of(MAKER, 1);

    Run(Random random) {
      sequence = new Sequence(random, FOUNDED.copy());
      bench = sequence.bench();
    }

    void run() {
      int steps = 5 + sequence.random().nextInt(8);
      for (int i = 0; i < steps; i++) {
        sequence.pass(300);
        if (i < 2 || sequence.once(8)) {
          file();
        } else if (sequence.once(12) && makerKey.id().equals(SampleKey.of(MAKER, 1).id())) {
          compromise();
        } else {
          change();
        }
        compare();
      }
    }

    private SampleKey signer() {
      return sequence.once(4)
          ? SampleKey.of(sequence.one(OTHER_MAKER, OWNER, OTHER_OWNER), 1)
          : makerKey;
    }

    private static Uscc uscc(SampleKey key) {
      return ((KeyId.OfAuthority) key.id()).authority();
    }

    private void file() {
      int number = sequence.random().nextInt(SEALS.size());
      SealKey seal = SEALS.get(number);
      int owner = sequence.once(4) ? 1 : 0;
      SampleKey key = signer();
      List<Happening> past = past();
      FileSeal filing =
          new FileSeal(
              seal,
              owner == 0 ? OWNER : OTHER_OWNER,
              SealKind.BUSINESS,
              BASIS,
              List.of(BASIS),
              ContractBench.FOUNDED,
              ContractBench.FOUNDED.plus(Duration.ofDays(3650)),
              ContractBench.FOUNDED,
              OWNERSHIPS.get(owner).get(number),
              past.stream()
                  .map(
                      each ->
                          new PastSealEvent(
                              SealAction.valueOf(each.what().name()), each.date(), BASIS))
                  .toList());
      boolean isMaker = uscc(key).equals(MAKER) || uscc(key).equals(OTHER_MAKER);
      Optional<LedgerRefusal> refusal = model.whyNotFiled(seal, isMaker, past, bench.now());
      sequence.step(refusal, SampleCity.ORDOS, bench.sign(key, filing));
      if (refusal.isEmpty()) {
        Filed filed = new Filed(uscc(key), filing.owner(), bench.now());
        filed.happenings.addAll(past);
        model.file(seal, filed);
      }
    }

    /** Those that are filed; all if none is. */
    private List<SealKey> filed() {
      List<SealKey> filed = SEALS.stream().filter(each -> model.find(each).isPresent()).toList();
      return filed.isEmpty() ? SEALS : filed;
    }

    private List<Happening> past() {
      List<Happening> past = new ArrayList<>();
      Instant date = bench.now().minus(Duration.ofDays(9));
      while (sequence.once(4)) {
        date = date.plus(Duration.ofHours(sequence.random().nextInt(80) - 4L));
        past.add(new Happening(sequence.one(What.values()), date, Instant.MIN, ""));
      }
      return past;
    }

    private void compromise() {
      Instant since = sequence.around(12, 0);
      model.compromise(makerKey.id().toString(), since, bench.now());
      makerKey = bench.compromise(MAKER, since);
      sequence.note(bench.now() + " the maker's key is compromised since " + since);
    }

    /** Now and then the very date of something else. */
    private Instant date(SealKey seal) {
      List<Happening> before = model.find(seal).map(filed -> filed.happenings).orElse(List.of());
      return before.isEmpty() || !sequence.once(5)
          ? sequence.around(sequence.once(2) ? 6 : 0, sequence.once(4) ? 24 : 0)
          : sequence.one(before).date();
    }

    private void change() {
      SealKey seal = sequence.once(8) ? sequence.one(SEALS) : sequence.one(filed());
      SealKey successor = sequence.one(SEALS);
      What what = sequence.one(What.values());
      Instant date = date(seal);
      Optional<Instant> compromised =
          sequence.once(4) ? Optional.of(sequence.around(4, 1)) : Optional.empty();
      SampleKey key = signer();
      Optional<Integer> replaces =
          what == What.RESTORE || what == What.REPLACE
              ? Optional.of(
                  model.find(seal).map(filed -> filed.version).orElse(1)
                      + (sequence.once(6) ? 1 : 0))
              : Optional.empty();
      Optional<LedgerRefusal> refusal = model.whyNotChanged(seal, what, date, uscc(key), replaces);
      boolean ends = what == What.CANCEL || what == What.REPLACE;
      if (refusal.isEmpty() && ends && compromised.filter(bench.now()::isBefore).isPresent()) {
        refusal = Optional.of(LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED);
      }
      if (refusal.isEmpty() && what == What.REPLACE) {
        refusal = model.whyNotSuccessor(seal, successor);
      }
      if (refusal.isEmpty()) {
        refusal = model.whyNotPossible(seal, what);
      }
      Statement statement =
          switch (what) {
            case DISABLE -> new DisableSeal(seal, date, BASIS);
            case RESTORE -> new RestoreSeal(seal, date, BASIS);
            case CANCEL -> new CancelSeal(seal, date, BASIS, SealCancellation.RENAMED, compromised);
            case REPLACE -> new ReplaceSeal(seal, date, BASIS, successor, compromised);
          };
      StatementHead head = new StatementHead(ContractBench.LEDGER, bench.now(), replaces);
      sequence.step(refusal, SampleCity.ORDOS, key.sign(head, statement));
      if (refusal.isEmpty()) {
        model.change(seal, what, date, bench.now(), key.id().toString());
      }
    }

    private void compare() {
      for (SealKey seal : SEALS) {
        Optional<Seal> filed = bench.ledger().get(Seal.key(seal));
        sequence.check("whether it is filed", model.find(seal).isPresent(), filed.isPresent());
        if (filed.isEmpty()) {
          continue;
        }
        sequence.check(
            "its version", model.find(seal).orElseThrow().version, filed.get().version());
        compare(seal, filed.get(), Instant.MAX);
        compare(seal, filed.get(), sequence.around(40, 0));
      }
    }

    private void compare(SealKey seal, Seal filed, Instant knownAt) {
      SealLine line =
          SealLine.of(
              filed.filed(),
              filed.history().entries(),
              Optional.of(knownAt),
              event -> counts(event, knownAt));
      for (Instant time : List.of(Instant.MAX, sequence.around(60, 24), sequence.around(200, 0))) {
        sequence.check(
            seal + " at " + time + " as known at " + knownAt,
            model.at(seal, time, knownAt).name(),
            line.at(time).name());
      }
    }

    private boolean counts(SealEvent event, Instant knownAt) {
      KeyId.OfAuthority key = (KeyId.OfAuthority) event.by();
      return !bench
          .get(Authority.key(key.authority()))
          .key(key.number())
          .orElseThrow()
          .isCompromised(event.at(), Optional.of(knownAt));
    }
  }
}
