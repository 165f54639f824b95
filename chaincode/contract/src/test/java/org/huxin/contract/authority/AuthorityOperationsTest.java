// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.authority;

import static org.huxin.contract.sample.SampleCity.BAOTOU;
import static org.huxin.contract.sample.SampleCity.ORDOS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleAuthority;
import org.huxin.contract.sample.SampleCatalogue;
import org.huxin.contract.sample.SampleGenesis;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authority.AddAuthorityKey;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.HeldKey;
import org.huxin.core.authority.HeldRole;
import org.huxin.core.authority.KeyRegistration;
import org.huxin.core.authority.RegisterAuthority;
import org.huxin.core.authority.RetireAuthorityKey;
import org.huxin.core.authority.Role;
import org.huxin.core.authority.RoleGrant;
import org.huxin.core.authority.UpdateAuthority;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.Uscc;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.signed.StatementHead;
import org.huxin.core.statement.Endpoint;
import org.huxin.core.statement.Name;
import org.junit.jupiter.api.Test;

final class AuthorityOperationsTest {
  private static final Uscc ISSUER = SampleAuthority.in(ORDOS.district(), 1);
  private static final SampleKey KEY = SampleKey.of(ISSUER, 1);
  private static final SampleKey SECOND = SampleKey.of(ISSUER, 2);

  private final ContractBench bench = ContractBench.founded();

  @Test
  void aRegisteredAuthorityActsWithItsKeyAndRoles() {
    RegisterAuthority statement = register(ISSUER, ORDOS.district(), now(Role.DEFINER));
    SignedStatement signed = bench.sign(ORDOS.governorKey(), statement);

    bench.accept(ORDOS, signed);

    Authority authority = authority();
    assertEquals(statement.name(), authority.name());
    assertTrue(authority.has(Role.DEFINER, bench.now(), Optional.empty()));
    assertFalse(authority.has(Role.ISSUER, bench.now(), Optional.empty()));
    assertEquals(
        authority,
        Authority.CODEC.fromBytes(Authority.CODEC.toBytes(authority), JsonLimits.STATEMENT));
    bench.repeat(ORDOS, signed);
    bench.accept(
        ORDOS,
        bench.sign(
            KEY, SampleCatalogue.type(SampleCatalogue.typeOf(ISSUER), 1, false, bench.now())));
  }

  @Test
  void onlyTheGovernorOfTheDivisionsCityRegisters() {
    RegisterAuthority statement = register(ISSUER, ORDOS.district(), now(Role.ISSUER));
    SampleKey plain =
        bench.register(
            SampleAuthority.in(ORDOS.code(), 9), ORDOS.code(), Optional.empty(), Role.ISSUER);

    bench.refuse(LedgerRefusal.NOT_COMPETENT, BAOTOU, bench.sign(BAOTOU.governorKey(), statement));
    bench.refuse(LedgerRefusal.ROLE_NOT_IN_FORCE, ORDOS, bench.sign(plain, statement));
    bench.refuse(
        LedgerRefusal.CITY_NOT_MEMBER,
        ORDOS,
        bench.sign(
            ORDOS.governorKey(), register(ISSUER, new DivisionCode("150402"), now(Role.ISSUER))));
    bench.refuse(
        LedgerRefusal.DIVISION_UNKNOWN,
        ORDOS,
        bench.sign(
            ORDOS.governorKey(), register(ISSUER, new DivisionCode("150627"), now(Role.ISSUER))));
  }

  @Test
  void aCreditCodeOfAnotherCityOrOfNoneIsNotRegisteredHere() {
    bench.refuse(
        LedgerRefusal.AUTHORITY_OF_OTHER_CITY,
        ORDOS,
        bench.sign(
            ORDOS.governorKey(),
            register(
                SampleAuthority.in(BAOTOU.district(), 1), ORDOS.district(), now(Role.ISSUER))));
    bench.refuse(
        LedgerRefusal.AUTHORITY_OUTSIDE_CITIES,
        ORDOS,
        bench.sign(
            ORDOS.governorKey(),
            register(
                SampleAuthority.in(new DivisionCode("110000"), 1),
                ORDOS.district(),
                now(Role.ISSUER))));
  }

  @Test
  void nobodyIsRegisteredTwiceNotEvenAGovernor() {
    bench.accept(
        ORDOS, bench.sign(ORDOS.governorKey(), register(ISSUER, ORDOS.code(), now(Role.ISSUER))));
    bench.pass(Duration.ofSeconds(1));

    bench.refuse(
        LedgerRefusal.ALREADY_EXISTS,
        ORDOS,
        bench.sign(ORDOS.governorKey(), register(ISSUER, ORDOS.code(), now(Role.ISSUER))));
    bench.refuse(
        LedgerRefusal.ALREADY_EXISTS,
        ORDOS,
        bench.sign(
            ORDOS.governorKey(), register(ORDOS.governor(), ORDOS.code(), now(Role.ISSUER))));
  }

  @Test
  void aRoleOfTheRegisteredDoesNotReachBack() {
    bench.refuse(
        LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
        ORDOS,
        bench.sign(
            ORDOS.governorKey(),
            register(
                ISSUER,
                ORDOS.code(),
                new RoleGrant(Role.ISSUER, bench.now().minusSeconds(1), Optional.empty()))));
  }

  @Test
  void aKeyOfTheRegisteredIsProvenAndStandsOnce() {
    refuseKeys(
        LedgerRefusal.POSSESSION_REFUSED,
        SampleGenesis.registration(KEY, new LedgerId(SampleGenesis.NETWORK)));
    refuseKeys(
        LedgerRefusal.KEY_NUMBER_USED,
        registration(KEY),
        registration(new SampleKey(KEY.id(), SECOND.key())));
    refuseKeys(
        LedgerRefusal.KEY_REUSED,
        registration(KEY),
        registration(new SampleKey(SECOND.id(), KEY.key())));
  }

  @Test
  void anUpdateReplacesTheRolesAndLeavesWhatWasDoneBefore() {
    Instant before = bench.now();
    registerIssuer();
    bench.pass(Duration.ofDays(1));
    UpdateAuthority statement =
        update(
            new RoleGrant(Role.CONSUMER, bench.now(), Optional.empty()),
            new RoleGrant(Role.DEFINER, before, Optional.empty()));
    SignedStatement signed = bench.sign(ORDOS.governorKey(), 1, statement);

    bench.accept(ORDOS, signed);

    Authority authority = authority();
    Instant now = bench.now();
    assertEquals(statement.name(), authority.name());
    assertFalse(authority.has(Role.ISSUER, now, Optional.empty()));
    assertTrue(authority.has(Role.ISSUER, now.minusSeconds(1), Optional.empty()));
    assertTrue(authority.has(Role.ISSUER, now, Optional.of(now.minusSeconds(1))));
    assertTrue(authority.has(Role.CONSUMER, now, Optional.empty()));
    assertFalse(authority.has(Role.CONSUMER, now, Optional.of(now.minusSeconds(1))));
    assertTrue(authority.has(Role.DEFINER, before, Optional.empty()));
    assertEquals(1, authority.keys().size());
    bench.repeat(ORDOS, signed);
  }

  @Test
  void theEndOfAStandingRoleMayChangeAlone() {
    Instant from = bench.now();
    registerIssuer();
    bench.pass(Duration.ofDays(1));
    Instant to = bench.now().plus(Duration.ofDays(1));

    bench.accept(
        ORDOS,
        bench.sign(
            ORDOS.governorKey(), 1, update(new RoleGrant(Role.ISSUER, from, Optional.of(to)))));

    assertTrue(authority().has(Role.ISSUER, from, Optional.empty()));
    assertTrue(authority().has(Role.ISSUER, to.minusSeconds(1), Optional.empty()));
    assertFalse(authority().has(Role.ISSUER, to, Optional.empty()));
  }

  @Test
  void anUpdateKeepsAGovernorAGovernor() {
    bench.accept(
        ORDOS,
        bench.sign(
            ORDOS.governorKey(),
            1,
            new UpdateAuthority(
                ORDOS.governor(),
                new Name("治理机构(示例)"),
                Optional.empty(),
                List.of(now(Role.NODE)),
                Optional.empty(),
                List.of(new Endpoint("node.example:7443")))));

    Authority governor = bench.get(Authority.key(ORDOS.governor()));
    assertTrue(governor.has(Role.GOVERNOR, bench.now(), Optional.empty()));
    assertTrue(governor.has(Role.NODE, bench.now(), Optional.empty()));
  }

  @Test
  void anUpdateByAStrangerOrOfAnotherVersionOrReachingBackIsRefused() {
    registerIssuer();
    bench.pass(Duration.ofDays(1));
    UpdateAuthority statement = update(now(Role.ISSUER));

    bench.refuse(
        LedgerRefusal.NOT_COMPETENT, BAOTOU, bench.sign(BAOTOU.governorKey(), 1, statement));
    bench.refuse(LedgerRefusal.ROLE_NOT_IN_FORCE, ORDOS, bench.sign(KEY, 1, statement));
    bench.refuse(LedgerRefusal.STALE_VERSION, ORDOS, bench.sign(ORDOS.governorKey(), 2, statement));
    bench.refuse(
        LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
        ORDOS,
        bench.sign(
            ORDOS.governorKey(),
            1,
            update(new RoleGrant(Role.AUDITOR, bench.now().minusSeconds(1), Optional.empty()))));
    bench.refuse(
        LedgerRefusal.NOT_FOUND,
        ORDOS,
        bench.sign(
            ORDOS.governorKey(),
            1,
            new UpdateAuthority(
                SampleAuthority.in(ORDOS.code(), 77),
                new Name("示例"),
                Optional.empty(),
                List.of(now(Role.ISSUER)),
                Optional.empty(),
                List.of())));
  }

  @Test
  void rolesComeAndGoOnlySoOften() {
    registerIssuer();
    Authority authority = authority();
    List<HeldRole> roles = new ArrayList<>();
    while (roles.size() < Authority.MAX_ROLES) {
      roles.add(
          new HeldRole(
              Role.ISSUER, bench.now(), Optional.empty(), bench.now(), Optional.of(bench.now())));
    }
    bench
        .ledger()
        .put(Authority.key(ISSUER), authority.withRoles(roles, authority.history().last()));

    bench.refuse(
        LedgerRefusal.LIMIT_EXCEEDED,
        ORDOS,
        bench.sign(ORDOS.governorKey(), 2, update(now(Role.ISSUER))));
  }

  @Test
  void aSecondKeyActsBesideTheFirst() {
    registerIssuer();
    SignedStatement signed =
        bench.sign(ORDOS.governorKey(), 1, new AddAuthorityKey(ISSUER, registration(SECOND)));

    bench.accept(ORDOS, signed);

    bench.repeat(ORDOS, signed);
    bench.accept(ORDOS, bench.sign(SECOND, retire(1, bench.now())));
  }

  @Test
  void aKeyIsAddedByTheGovernorAloneProvenAndNew() {
    registerIssuer();
    AddAuthorityKey statement = new AddAuthorityKey(ISSUER, registration(SECOND));

    bench.refuse(LedgerRefusal.ROLE_NOT_IN_FORCE, ORDOS, bench.sign(KEY, 1, statement));
    bench.refuse(
        LedgerRefusal.NOT_COMPETENT, BAOTOU, bench.sign(BAOTOU.governorKey(), 1, statement));
    bench.refuse(LedgerRefusal.STALE_VERSION, ORDOS, bench.sign(ORDOS.governorKey(), 2, statement));
    refuseKey(
        LedgerRefusal.POSSESSION_REFUSED,
        SampleGenesis.registration(SECOND, new LedgerId(SampleGenesis.NETWORK)));
    refuseKey(LedgerRefusal.KEY_NUMBER_USED, registration(new SampleKey(KEY.id(), SECOND.key())));
    refuseKey(LedgerRefusal.KEY_REUSED, registration(new SampleKey(SECOND.id(), KEY.key())));
    Uscc unknown = SampleAuthority.in(ORDOS.code(), 77);
    bench.refuse(
        LedgerRefusal.NOT_FOUND,
        ORDOS,
        bench.sign(
            ORDOS.governorKey(),
            1,
            new AddAuthorityKey(unknown, registration(SampleKey.of(unknown, 1)))));
    bench.refuse(
        LedgerRefusal.GOVERNOR_KEYS_JOINT,
        ORDOS,
        bench.sign(
            ORDOS.governorKey(),
            1,
            new AddAuthorityKey(
                ORDOS.governor(), registration(SampleKey.of(ORDOS.governor(), 2)))));
  }

  @Test
  void aRetiredNumberIsNeverUsedAgain() {
    registerIssuer();
    bench.accept(ORDOS, bench.sign(KEY, retire(1, bench.now())));

    bench.refuse(
        LedgerRefusal.KEY_NUMBER_USED,
        ORDOS,
        bench.sign(
            ORDOS.governorKey(),
            2,
            new AddAuthorityKey(ISSUER, registration(new SampleKey(KEY.id(), SECOND.key())))));
  }

  @Test
  void anAuthorityHasOnlySoManyKeys() {
    registerIssuer();
    Authority authority = authority();
    List<HeldKey> keys = new ArrayList<>();
    for (int number = 1; number <= Authority.MAX_KEYS; number++) {
      HeldKey key = authority.keys().get(0);
      keys.add(
          new HeldKey(
              number,
              key.use(),
              SampleKey.of(ISSUER, number).key().publicKey(),
              key.notBefore(),
              key.notAfter(),
              key.addedAt(),
              List.of()));
    }
    bench.ledger().put(Authority.key(ISSUER), authority.withKeys(keys, authority.history().last()));

    bench.refuse(
        LedgerRefusal.LIMIT_EXCEEDED,
        ORDOS,
        bench.sign(
            ORDOS.governorKey(),
            2,
            new AddAuthorityKey(ISSUER, registration(SampleKey.of(ISSUER, 65)))));
  }

  @Test
  void aKeyRetiresItselfAndWhatItSignedBeforeStands() {
    registerIssuer();
    SignedStatement signed = bench.sign(KEY, retire(1, bench.now()));

    bench.accept(ORDOS, signed);

    HeldKey key = authority().key(1).orElseThrow();
    assertFalse(key.isInForce(bench.now(), Optional.empty()));
    assertTrue(key.isInForce(bench.now().minusSeconds(1), Optional.empty()));
    assertFalse(key.isCompromised(bench.now(), Optional.empty()));
    bench.repeat(ORDOS, signed);
    bench.refuse(LedgerRefusal.KEY_NOT_IN_FORCE, ORDOS, bench.sign(KEY, retire(2, bench.now())));
  }

  @Test
  void anEndThatArrivesLateDoesNotReachBackBeforeItsCommit() {
    registerIssuer();
    SignedStatement signed = bench.sign(KEY, retire(1, bench.now()));
    bench.pass(Duration.ofDays(6));

    bench.accept(ORDOS, signed);

    HeldKey key = authority().key(1).orElseThrow();
    assertTrue(key.isInForce(bench.now().minusSeconds(1), Optional.empty()));
    assertFalse(key.isInForce(bench.now(), Optional.empty()));
  }

  @Test
  void theGovernorReportsACompromiseThatReachesBack() {
    registerIssuer();
    bench.pass(Duration.ofDays(2));
    Instant since = bench.now().minus(Duration.ofDays(1));

    bench.accept(
        ORDOS,
        bench.sign(
            ORDOS.governorKey(),
            new RetireAuthorityKey(ISSUER, 1, bench.now(), Optional.of(since))));

    HeldKey key = authority().key(1).orElseThrow();
    assertTrue(key.isCompromised(since, Optional.empty()));
    assertFalse(key.isCompromised(since.minusSeconds(1), Optional.empty()));
    assertFalse(key.isCompromised(since, Optional.of(bench.now().minusSeconds(1))));
    bench.refuse(LedgerRefusal.KEY_COMPROMISED, ORDOS, bench.sign(KEY, retire(1, bench.now())));
  }

  @Test
  void aThiefCannotUseUpThePlacesOfAReport() {
    registerIssuer();
    Instant now = bench.now();
    bench.accept(ORDOS, bench.sign(KEY, retire(1, now.plus(Duration.ofDays(900)))));
    bench.accept(ORDOS, bench.sign(KEY, retire(1, now.plus(Duration.ofDays(800)))));
    bench.refuse(
        LedgerRefusal.KEY_ALREADY_RETIRED,
        ORDOS,
        bench.sign(KEY, retire(1, now.plus(Duration.ofDays(700)))));

    bench.accept(
        ORDOS,
        bench.sign(ORDOS.governorKey(), new RetireAuthorityKey(ISSUER, 1, now, Optional.of(now))));

    bench.refuse(LedgerRefusal.KEY_COMPROMISED, ORDOS, bench.sign(KEY, retire(1, bench.now())));
    // The same again says nothing new.
    bench.pass(Duration.ofSeconds(1));
    bench.refuse(
        LedgerRefusal.KEY_ALREADY_RETIRED,
        ORDOS,
        bench.sign(
            ORDOS.governorKey(), new RetireAuthorityKey(ISSUER, 1, bench.now(), Optional.of(now))));
  }

  @Test
  void aRetirementThatReachesBackOrAheadOrIsNobodysBusinessIsRefused() {
    registerIssuer();
    Instant now = bench.now();
    SampleKey other =
        bench.register(
            SampleAuthority.in(ORDOS.code(), 9), ORDOS.code(), Optional.empty(), Role.ISSUER);

    bench.refuse(
        LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
        ORDOS,
        bench.sign(KEY, retire(1, now.minusSeconds(1))));
    bench.refuse(
        LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
        ORDOS,
        bench.sign(KEY, new RetireAuthorityKey(ISSUER, 1, now, Optional.of(now.plusSeconds(1)))));
    bench.refuse(LedgerRefusal.ROLE_NOT_IN_FORCE, ORDOS, bench.sign(other, retire(1, now)));
    bench.refuse(
        LedgerRefusal.NOT_COMPETENT, BAOTOU, bench.sign(BAOTOU.governorKey(), retire(1, now)));
    bench.refuse(LedgerRefusal.KEY_UNKNOWN, ORDOS, bench.sign(KEY, retire(5, now)));
    bench.refuse(
        LedgerRefusal.NOT_FOUND,
        ORDOS,
        bench.sign(
            KEY,
            new RetireAuthorityKey(
                SampleAuthority.in(ORDOS.code(), 77), 1, now, Optional.empty())));
    bench.refuse(
        LedgerRefusal.GOVERNOR_KEYS_JOINT,
        ORDOS,
        bench.sign(
            ORDOS.governorKey(),
            new RetireAuthorityKey(ORDOS.governor(), 1, now, Optional.empty())));
  }

  @Test
  void aStatementForAnotherLedgerIsRefused() {
    LedgerId other = new LedgerId(SampleGenesis.NETWORK);

    bench.refuse(
        LedgerRefusal.WRONG_LEDGER,
        ORDOS,
        ORDOS
            .governorKey()
            .sign(
                StatementHead.of(other, bench.now()),
                register(ISSUER, ORDOS.code(), now(Role.ISSUER))));
  }

  @Test
  void longHistoriesMoveIntoSegmentsAndAreStillCounted() {
    registerIssuer();
    for (int version = 1; version <= 70; version++) {
      bench.pass(Duration.ofDays(1));
      bench.accept(ORDOS, bench.sign(ORDOS.governorKey(), version, update(ownIssuer())));
    }

    Authority authority = authority();
    assertEquals(71, authority.version());
    assertTrue(authority.history().entries().size() < 71);
    assertEquals(
        32,
        bench
            .ledger()
            .segment(Authority.key(ISSUER), 0)
            .orElseThrow()
            .entries(org.huxin.core.ledger.Revision.CODEC)
            .size());
  }

  private RoleGrant ownIssuer() {
    HeldRole held = authority().roles().get(0);
    return new RoleGrant(held.role(), held.from(), held.to());
  }

  private void registerIssuer() {
    bench.accept(
        ORDOS,
        bench.sign(
            ORDOS.governorKey(),
            register(ISSUER, ORDOS.district(), now(Role.ISSUER), now(Role.DEFINER))));
  }

  private void refuseKeys(LedgerRefusal code, KeyRegistration... keys) {
    bench.refuse(
        code,
        ORDOS,
        bench.sign(
            ORDOS.governorKey(),
            new RegisterAuthority(
                ISSUER,
                new Name("示例机构"),
                ORDOS.district(),
                Optional.empty(),
                List.of(now(Role.ISSUER)),
                List.of(keys),
                Optional.empty(),
                List.of())));
  }

  private void refuseKey(LedgerRefusal code, KeyRegistration key) {
    bench.refuse(code, ORDOS, bench.sign(ORDOS.governorKey(), 1, new AddAuthorityKey(ISSUER, key)));
  }

  private RegisterAuthority register(Uscc authority, DivisionCode division, RoleGrant... roles) {
    return new RegisterAuthority(
        authority,
        new Name("示例机构"),
        division,
        Optional.of(ORDOS.governor()).filter(superior -> !superior.equals(authority)),
        List.of(roles),
        List.of(registration(SampleKey.of(authority, 1))),
        Optional.empty(),
        List.of(new Endpoint("issuer.example:7443")));
  }

  private UpdateAuthority update(RoleGrant... roles) {
    return new UpdateAuthority(
        ISSUER,
        new Name("更名机构(示例)"),
        Optional.empty(),
        List.of(roles),
        Optional.empty(),
        List.of());
  }

  private RoleGrant now(Role role) {
    return new RoleGrant(role, bench.now(), Optional.empty());
  }

  private static RetireAuthorityKey retire(int number, Instant at) {
    return new RetireAuthorityKey(ISSUER, number, at, Optional.empty());
  }

  private static KeyRegistration registration(SampleKey key) {
    return SampleGenesis.registration(key, ContractBench.LEDGER);
  }

  private Authority authority() {
    return bench.get(Authority.key(ISSUER));
  }
}
