// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.property;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.huxin.contract.property.AuthorityModel.Grant;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleAuthority;
import org.huxin.contract.sample.SampleCatalogue;
import org.huxin.contract.sample.SampleCity;
import org.huxin.contract.sample.SampleGenesis;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authority.AddAuthorityKey;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.KeyRegistration;
import org.huxin.core.authority.KeyUse;
import org.huxin.core.authority.RetireAuthorityKey;
import org.huxin.core.authority.Role;
import org.huxin.core.authority.RoleGrant;
import org.huxin.core.authority.UpdateAuthority;
import org.huxin.core.demand.PostDemand;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.Uscc;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.signed.StatementHead;
import org.huxin.core.statement.FieldName;
import org.huxin.core.statement.Name;
import org.junit.jupiter.api.Test;

/** An authority's keys and roles come and go, and it makes statements of any age. */
final class AuthorityPropertyTest {
  private static final Uscc ASKER = SampleAuthority.in(SampleCity.ORDOS.district(), 1);

  /** Its keys by number; the last one is the first one once more. */
  private static final List<SampleKey> KEYS =
      List.of(
          SampleKey.of(ASKER, 1),
          SampleKey.of(ASKER, 2),
          SampleKey.of(ASKER, 3),
          new SampleKey(new KeyId.OfAuthority(ASKER, 4), SampleKey.of(ASKER, 1).key()));

  private static final List<KeyRegistration> REGISTRATIONS =
      KEYS.stream().map(key -> SampleGenesis.registration(key, ContractBench.LEDGER)).toList();

  private static final ContractBench FOUNDED = founded();

  private static ContractBench founded() {
    ContractBench bench = ContractBench.founded();
    bench.register(ASKER, SampleCity.ORDOS.district(), Optional.empty(), Role.CONSUMER);
    return bench;
  }

  @Test
  void keysAndRolesCountWhenTheModelSaysSo() {
    RandomSequences.run(random -> new Run(random).run());
  }

  private static final class Run {
    private final Sequence sequence;
    private final ContractBench bench;
    private final AuthorityModel model =
        new AuthorityModel(
            new Grant(Role.CONSUMER, ContractBench.FOUNDED, Instant.MAX),
            "1",
            ContractBench.FOUNDED);

    Run(Random random) {
      sequence = new Sequence(random, FOUNDED.copy());
      bench = sequence.bench();
    }

    void run() {
      int steps = 6 + sequence.random().nextInt(8);
      for (int i = 0; i < steps; i++) {
        sequence.pass(1_440);
        switch (sequence.random().nextInt(8)) {
          case 0, 1 -> nameRoles();
          case 2, 3 -> addKey();
          case 4, 5 -> endKey();
          default -> ask();
        }
        compare();
      }
    }

    private SampleCity governor() {
      return sequence.once(10) ? SampleCity.BAOTOU : SampleCity.ORDOS;
    }

    private Optional<LedgerRefusal> whyNotGoverned(SampleCity city, int replaces) {
      if (city != SampleCity.ORDOS) {
        return Optional.of(LedgerRefusal.NOT_COMPETENT);
      }
      return replaces == model.version()
          ? Optional.empty()
          : Optional.of(LedgerRefusal.STALE_VERSION);
    }

    private int replaces() {
      return model.version() + (sequence.once(12) ? 1 : 0);
    }

    private void nameRoles() {
      List<Grant> grants = new ArrayList<>();
      for (Role role : List.of(Role.CONSUMER, Role.AUDITOR)) {
        if (role == Role.AUDITOR || !sequence.once(3)) {
          Instant from =
              sequence.one(sequence.one(model.named()).from(), sequence.around(1, 30), bench.now());
          Instant to =
              sequence.once(2)
                  ? Instant.MAX
                  : from.plus(Duration.ofHours(1L + sequence.random().nextInt(60)));
          grants.add(new Grant(role, from, to));
        }
      }
      SampleCity city = governor();
      int replaces = replaces();
      Optional<LedgerRefusal> refusal =
          whyNotGoverned(city, replaces).or(() -> model.whyNotNamed(grants, bench.now()));
      UpdateAuthority update =
          new UpdateAuthority(
              ASKER,
              new Name("示例机构"),
              Optional.empty(),
              grants.stream().map(Run::named).toList(),
              Optional.empty(),
              List.of());
      sequence.step(refusal, city, bench.sign(city.governorKey(), replaces, update));
      if (refusal.isEmpty()) {
        model.name(grants, bench.now());
      }
    }

    private static RoleGrant named(Grant grant) {
      return new RoleGrant(grant.role(), grant.from(), until(grant.to()));
    }

    private static Optional<Instant> until(Instant time) {
      return Optional.of(time).filter(each -> !each.equals(Instant.MAX));
    }

    private void addKey() {
      int number = 1 + sequence.random().nextInt(KEYS.size());
      String material = number == KEYS.size() ? "1" : Integer.toString(number);
      Instant from = sequence.around(100, 10);
      Instant to = from.plus(Duration.ofHours(1L + sequence.random().nextInt(400)));
      KeyRegistration registered = REGISTRATIONS.get(number - 1);
      SampleCity city = governor();
      int replaces = replaces();
      Optional<LedgerRefusal> refusal =
          whyNotGoverned(city, replaces).or(() -> model.whyNotAdded(number, material));
      AddAuthorityKey added =
          new AddAuthorityKey(
              ASKER,
              new KeyRegistration(
                  number, KeyUse.SIGN, registered.key(), from, to, registered.possession()));
      sequence.step(refusal, city, bench.sign(city.governorKey(), replaces, added));
      if (refusal.isEmpty()) {
        model.add(number, material, from, to, bench.now());
      }
    }

    private void endKey() {
      // Often the same one: what is said of a key again must say more.
      int number = sequence.once(2) ? 1 : number();
      Instant from = sequence.once(2) ? bench.now() : sequence.around(1, 30);
      Instant compromised = sequence.once(2) ? sequence.around(100, 1) : Instant.MAX;
      RetireAuthorityKey end = new RetireAuthorityKey(ASKER, number, from, until(compromised));
      boolean byItself = sequence.once(2);
      SampleCity city = byItself ? SampleCity.ORDOS : governor();
      int signing = number();
      Optional<LedgerRefusal> refusal = Optional.empty();
      if (byItself) {
        refusal = model.whyNotSigned(signing, bench.now(), bench.now());
      } else if (city != SampleCity.ORDOS) {
        refusal = Optional.of(LedgerRefusal.NOT_COMPETENT);
      }
      refusal =
          refusal.or(() -> model.whyNotEnded(number, from, compromised, byItself, bench.now()));
      SampleKey key = byItself ? KEYS.get(signing - 1) : city.governorKey();
      sequence.step(refusal, city, bench.sign(key, end));
      if (refusal.isEmpty()) {
        model.end(number, from, compromised, bench.now());
      }
    }

    private void ask() {
      int signing = number();
      Instant issuedAt =
          switch (sequence.random().nextInt(4)) {
            case 0 -> bench.now();
            case 1 -> bench.now().plus(Duration.ofMinutes(sequence.random().nextInt(8)));
            case 2 -> sequence.around(180, 0);
            default -> sequence.around(30, 0);
          };
      Optional<LedgerRefusal> refusal = model.whyNotSigned(signing, issuedAt, bench.now());
      boolean consumer =
          model.has(Role.CONSUMER, issuedAt, Instant.MAX)
              && model.has(Role.CONSUMER, bench.now(), Instant.MAX);
      if (refusal.isEmpty() && !consumer) {
        refusal = Optional.of(LedgerRefusal.ROLE_NOT_IN_FORCE);
      }
      PostDemand demand =
          new PostDemand(
              ASKER,
              SampleCatalogue.BUSINESS_LICENCE,
              SampleCity.BAOTOU.code(),
              List.of(new FieldName("MC")),
              List.of(SampleCatalogue.itemOf(ASKER)),
              Optional.empty());
      sequence.step(
          refusal,
          SampleCity.ORDOS,
          KEYS.get(signing - 1).sign(StatementHead.of(ContractBench.LEDGER, issuedAt), demand));
    }

    /** Mostly a key that the authority has. */
    private int number() {
      int known = bench.get(Authority.key(ASKER)).keys().size();
      return 1 + sequence.random().nextInt(sequence.once(5) ? KEYS.size() : known);
    }

    private void compare() {
      Authority authority = bench.get(Authority.key(ASKER));
      sequence.check("version", model.version(), authority.version());
      for (Instant knownAt : List.of(Instant.MAX, sequence.around(100, 0))) {
        for (Instant time : List.of(sequence.around(100, 60), sequence.around(10, 2))) {
          String when = " at " + time + " as known at " + knownAt;
          sequence.check(
              "consumer" + when,
              model.has(Role.CONSUMER, time, knownAt),
              authority.has(Role.CONSUMER, time, Optional.of(knownAt)));
          IntStream.rangeClosed(1, KEYS.size())
              .forEach(number -> compare(authority, number, time, knownAt));
        }
      }
    }

    private void compare(Authority authority, int number, Instant time, Instant knownAt) {
      String when = "key " + number + " at " + time + " as known at " + knownAt;
      sequence.check(
          when + " in force",
          model.isInForce(number, time, knownAt),
          authority
              .key(number)
              .filter(key -> key.isInForce(time, Optional.of(knownAt)))
              .isPresent());
      sequence.check(
          when + " compromised",
          model.isCompromised(number, time, knownAt),
          authority
              .key(number)
              .filter(key -> key.isCompromised(time, Optional.of(knownAt)))
              .isPresent());
    }
  }
}
