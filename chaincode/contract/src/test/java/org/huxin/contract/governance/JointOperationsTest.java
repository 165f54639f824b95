// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.governance;

import static org.huxin.contract.sample.SampleCity.BAOTOU;
import static org.huxin.contract.sample.SampleCity.HOHHOT;
import static org.huxin.contract.sample.SampleCity.ORDOS;
import static org.huxin.contract.sample.SampleCity.ULANQAB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.huxin.contract.Outcome;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleAuthority;
import org.huxin.contract.sample.SampleCity;
import org.huxin.contract.sample.SampleGenesis;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.HeldKey;
import org.huxin.core.authority.HeldRole;
import org.huxin.core.authority.KeyRegistration;
import org.huxin.core.authority.KeyUse;
import org.huxin.core.authority.Role;
import org.huxin.core.governance.AdmitCity;
import org.huxin.core.governance.City;
import org.huxin.core.governance.GenesisCity;
import org.huxin.core.governance.MemberCity;
import org.huxin.core.governance.Membership;
import org.huxin.core.governance.MembershipTerm;
import org.huxin.core.governance.NamedDivision;
import org.huxin.core.governance.RemoveCity;
import org.huxin.core.governance.RotateGovernorKey;
import org.huxin.core.governance.UpdateDivisions;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.MspId;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.statement.Name;
import org.huxin.core.statement.Statement;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.junit.jupiter.api.Test;

final class JointOperationsTest {
  private static final DivisionCode CHIFENG = new DivisionCode("150400");
  private static final Uscc CHIFENG_GOVERNOR = SampleAuthority.in(CHIFENG, 1);
  private static final SampleKey CHIFENG_KEY = SampleKey.of(CHIFENG_GOVERNOR, 1);

  private final ContractBench bench = ContractBench.founded();

  @Test
  void aCityJoinsByThreeOfFourGovernorsAndGovernsItself() {
    Outcome.Accepted accepted =
        bench.acceptJointly(
            1, admit(chifeng(registration(CHIFENG_KEY))), keys(HOHHOT, BAOTOU, ORDOS));

    Membership membership = bench.get(Membership.key());
    assertEquals(
        List.of("150100", "150200", "150400", "150600", "150900"),
        membership.cities().stream().map(city -> city.code().text()).toList());
    assertEquals(2, membership.version());
    assertTrue(membership.holds(accepted.statement()));
    City city = bench.get(City.key(CHIFENG));
    assertTrue(city.has(new DivisionCode("150402")));
    assertTrue(city.isMember(bench.now()));
    Authority governor = bench.get(Authority.key(CHIFENG_GOVERNOR));
    assertTrue(governor.has(Role.GOVERNOR, bench.now(), Optional.empty()));
    assertEquals(
        List.of("membership", "city/150400", "authority/" + CHIFENG_GOVERNOR),
        accepted.keys().stream().map(Object::toString).toList());
    Outcome.Accepted own =
        (Outcome.Accepted)
            bench.call(
                new MspId("ChifengMSP"),
                "UpdateDivisions",
                List.of(
                    bench
                        .sign(CHIFENG_KEY, 1, new UpdateDivisions(CHIFENG, List.of(), List.of()))
                        .jws()
                        .text()));
    assertFalse(own.isRepeat());
  }

  @Test
  void theSameJointStatementUnderOtherSignaturesIsARepeat() {
    Statement statement = admit(chifeng(registration(CHIFENG_KEY)));
    bench.acceptJointly(1, statement, keys(HOHHOT, BAOTOU, ORDOS));

    Outcome.Accepted again =
        (Outcome.Accepted)
            bench.call(
                ULANQAB.msp(),
                "AdmitCity",
                bench.signJointly(1, statement, keys(ULANQAB, BAOTOU, HOHHOT)));

    assertTrue(again.isRepeat());
  }

  @Test
  void tooFewGovernorsAndTwoVoicesOfOneCityAreNoQuorum() {
    Statement statement = admit(chifeng(registration(CHIFENG_KEY)));
    Uscc stranger = SampleAuthority.in(ORDOS.code(), 7);
    SampleKey strangerKey = bench.register(stranger, ORDOS.code(), Optional.empty(), Role.GOVERNOR);
    SampleKey plain =
        bench.register(
            SampleAuthority.in(ORDOS.code(), 8), ORDOS.code(), Optional.empty(), Role.ISSUER);

    bench.refuseJointly(LedgerRefusal.QUORUM_NOT_REACHED, 1, statement, keys(HOHHOT, BAOTOU));
    bench.refuseJointly(
        LedgerRefusal.JOINT_NOT_ONE_STATEMENT, 1, statement, keys(HOHHOT, BAOTOU, BAOTOU));
    bench.refuseJointly(
        LedgerRefusal.NOT_COMPETENT,
        1,
        statement,
        HOHHOT.governorKey(),
        ORDOS.governorKey(),
        strangerKey);
    bench.refuseJointly(LedgerRefusal.ROLE_NOT_IN_FORCE, 1, statement, HOHHOT.governorKey(), plain);
    bench.refuseJointly(
        LedgerRefusal.SIGNER_UNKNOWN, 1, statement, HOHHOT.governorKey(), CHIFENG_KEY);
  }

  @Test
  void aStatementOfAnEarlierMembershipIsStale() {
    bench.acceptJointly(1, admit(chifeng(registration(CHIFENG_KEY))), keys(HOHHOT, BAOTOU, ORDOS));

    bench.refuseJointly(
        LedgerRefusal.STALE_VERSION,
        1,
        new RemoveCity(ULANQAB.code()),
        HOHHOT.governorKey(),
        BAOTOU.governorKey(),
        ORDOS.governorKey(),
        CHIFENG_KEY);
  }

  @Test
  void anOldOneAndOneOfTheFutureAreRefused() {
    List<String> signed =
        bench.signJointly(1, new RemoveCity(ULANQAB.code()), keys(HOHHOT, BAOTOU, ORDOS));
    bench.pass(Duration.ofDays(8));
    bench.refuseCall(LedgerRefusal.STATEMENT_TOO_OLD, "RemoveCity", signed);

    List<String> ahead =
        bench.signJointly(1, new RemoveCity(ULANQAB.code()), keys(HOHHOT, BAOTOU, ORDOS));
    bench.pass(Duration.ofHours(-1));
    bench.refuseCall(LedgerRefusal.STATEMENT_FROM_FUTURE, "RemoveCity", ahead);
  }

  @Test
  void aCityWithCodeOrOrganisationOfAMemberIsRefused() {
    assertClashes("code", SampleGenesis.city(ORDOS, registration(ORDOS.governorKey())));
    GenesisCity city = chifeng(registration(CHIFENG_KEY));
    assertClashes(
        "msp",
        new GenesisCity(
            city.code(),
            city.name(),
            BAOTOU.msp(),
            city.governor(),
            city.governorName(),
            city.governorKeys()));
  }

  @Test
  void aGovernorWithoutProofOfItsKeyDoesNotJoin() {
    LedgerId other = new LedgerId(SampleGenesis.NETWORK);
    SampleKey second = SampleKey.of(CHIFENG_GOVERNOR, 2);

    refuseAdmission(
        LedgerRefusal.POSSESSION_REFUSED, SampleGenesis.registration(CHIFENG_KEY, other));
    refuseAdmission(
        LedgerRefusal.KEY_NUMBER_USED,
        registration(CHIFENG_KEY),
        registration(new SampleKey(CHIFENG_KEY.id(), second.key())));
    refuseAdmission(
        LedgerRefusal.KEY_REUSED,
        registration(CHIFENG_KEY),
        registration(new SampleKey(second.id(), CHIFENG_KEY.key())));
    refuseAdmission(
        LedgerRefusal.NO_KEY_LEFT,
        SampleGenesis.registration(
            CHIFENG_KEY,
            KeyUse.NOTE,
            SampleGenesis.possession(CHIFENG_KEY, CHIFENG_KEY.id(), ContractBench.LEDGER)));
  }

  @Test
  void noMoreCitiesJoinThanAMembershipHolds() {
    Membership membership = bench.get(Membership.key());
    List<MemberCity> full = new ArrayList<>();
    for (int i = 0; i < Membership.MAX_CITIES; i++) {
      DivisionCode code = new DivisionCode("51" + (10 + i) + "00");
      full.add(
          new MemberCity(
              code, new Name("示例"), new MspId("M" + i + "MSP"), SampleAuthority.in(code, 1)));
    }
    bench
        .ledger()
        .put(Membership.key(), new Membership(membership.limits(), full, membership.history()));
    SampleKey[] governors =
        full.stream()
            .map(
                city ->
                    bench.register(city.governor(), city.code(), Optional.empty(), Role.GOVERNOR))
            .toArray(SampleKey[]::new);

    bench.refuseJointly(
        LedgerRefusal.LIMIT_EXCEEDED, 1, admit(chifeng(registration(CHIFENG_KEY))), governors);
  }

  @Test
  void aCityLeavesWithoutItsOwnSignatureAndIsHeardNoMore() {
    Outcome.Accepted accepted =
        bench.acceptJointly(1, new RemoveCity(ULANQAB.code()), keys(HOHHOT, BAOTOU, ORDOS));

    Membership membership = bench.get(Membership.key());
    assertEquals(3, membership.cities().size());
    assertTrue(membership.holds(accepted.statement()));
    City city = bench.get(City.key(ULANQAB.code()));
    assertFalse(city.isMember(bench.now()));
    assertTrue(city.isMember(bench.now().minusSeconds(1)));
    Authority governor = bench.get(Authority.key(ULANQAB.governor()));
    assertFalse(governor.has(Role.GOVERNOR, bench.now(), Optional.empty()));
    assertTrue(governor.has(Role.GOVERNOR, bench.now().minusSeconds(1), Optional.empty()));
    bench.pass(Duration.ofMinutes(1));
    bench.refuse(
        LedgerRefusal.CITY_NOT_MEMBER,
        ULANQAB,
        bench.sign(
            ULANQAB.governorKey(), 2, new UpdateDivisions(ULANQAB.code(), List.of(), List.of())));
    bench.refuseJointly(
        LedgerRefusal.CITY_NOT_MEMBER,
        2,
        new RemoveCity(ULANQAB.code()),
        keys(HOHHOT, BAOTOU, ORDOS));
  }

  @Test
  void theRemovedCityCountsAmongTheCitiesAndMaySignToo() {
    bench.refuseJointly(
        LedgerRefusal.QUORUM_NOT_REACHED, 1, new RemoveCity(ULANQAB.code()), keys(HOHHOT, BAOTOU));

    bench.acceptJointly(1, new RemoveCity(ULANQAB.code()), keys(HOHHOT, BAOTOU, ULANQAB));
  }

  @Test
  void theLastCityDoesNotLeave() {
    Membership membership = bench.get(Membership.key());
    bench
        .ledger()
        .put(
            Membership.key(),
            new Membership(membership.limits(), List.of(ORDOS.member()), membership.history()));

    bench.refuseJointly(LedgerRefusal.LAST_CITY, 1, new RemoveCity(ORDOS.code()), keys(ORDOS));
  }

  @Test
  void aCityThatReturnsHasNewKeysUnderNewNumbers() {
    bench.acceptJointly(1, new RemoveCity(ULANQAB.code()), keys(HOHHOT, BAOTOU, ORDOS));
    bench.pass(Duration.ofDays(1));
    SampleKey second = SampleKey.of(ULANQAB.governor(), 2);

    bench.refuseJointly(
        LedgerRefusal.KEY_NUMBER_USED,
        2,
        admit(SampleGenesis.city(ULANQAB, registration(ULANQAB.governorKey()))),
        keys(HOHHOT, BAOTOU, ORDOS));
    bench.acceptJointly(
        2, admit(SampleGenesis.city(ULANQAB, registration(second))), keys(HOHHOT, BAOTOU, ORDOS));

    assertEquals(2, bench.get(City.key(ULANQAB.code())).terms().size());
    var statement = new UpdateDivisions(ULANQAB.code(), List.of(), List.of());
    bench.refuse(
        LedgerRefusal.KEY_NOT_IN_FORCE, ULANQAB, bench.sign(ULANQAB.governorKey(), 3, statement));
    bench.accept(ULANQAB, bench.sign(second, 3, statement));
  }

  @Test
  void aCityCannotLeaveAndReturnWithoutEnd() {
    bench.acceptJointly(1, new RemoveCity(ULANQAB.code()), keys(HOHHOT, BAOTOU, ORDOS));
    City city = bench.get(City.key(ULANQAB.code()));
    Instant at = city.recordedAt();
    bench
        .ledger()
        .put(
            City.key(ULANQAB.code()),
            new City(
                city.code(),
                city.divisions(),
                city.endpoints(),
                IntStream.range(0, City.MAX_TERMS)
                    .mapToObj(i -> new MembershipTerm(at, Optional.of(at)))
                    .toList(),
                city.history()));

    bench.refuseJointly(
        LedgerRefusal.LIMIT_EXCEEDED,
        2,
        admit(SampleGenesis.city(ULANQAB, registration(SampleKey.of(ULANQAB.governor(), 2)))),
        keys(HOHHOT, BAOTOU, ORDOS));
  }

  @Test
  void aStolenGovernorKeyIsReplacedByTheOthersAndItsStatementsAreUndone() {
    SampleKey second = SampleKey.of(ORDOS.governor(), 2);
    StatementId forged = id("forged");

    Outcome.Accepted accepted =
        bench.acceptJointly(
            1,
            new RotateGovernorKey(
                ORDOS.code(), List.of(1), List.of(registration(second)), List.of(forged)),
            keys(HOHHOT, BAOTOU, ULANQAB));

    Authority governor = bench.get(Authority.key(ORDOS.governor()));
    assertTrue(governor.hasUndone(forged, Optional.empty()));
    assertFalse(governor.hasUndone(forged, Optional.of(bench.now().minusSeconds(1))));
    assertFalse(governor.key(1).orElseThrow().isInForce(bench.now(), Optional.empty()));
    assertTrue(
        governor.key(1).orElseThrow().isInForce(bench.now().minusSeconds(1), Optional.empty()));
    assertTrue(governor.key(2).orElseThrow().isInForce(bench.now(), Optional.empty()));
    assertTrue(bench.get(City.key(ORDOS.code())).holds(accepted.statement()));
    assertEquals(1, bench.get(Membership.key()).version());
    var statement = new UpdateDivisions(ORDOS.code(), List.of(), List.of());
    bench.refuse(
        LedgerRefusal.KEY_NOT_IN_FORCE, ORDOS, bench.sign(ORDOS.governorKey(), 2, statement));
    bench.accept(ORDOS, bench.sign(second, 2, statement));
  }

  @Test
  void aRotationAgainIsARepeat() {
    var rotation =
        new RotateGovernorKey(
            ORDOS.code(),
            List.of(),
            List.of(registration(SampleKey.of(ORDOS.governor(), 2))),
            List.of());
    bench.acceptJointly(1, rotation, keys(HOHHOT, BAOTOU, ULANQAB));

    Outcome.Accepted again =
        (Outcome.Accepted)
            bench.call(
                ORDOS.msp(),
                "RotateGovernorKey",
                bench.signJointly(1, rotation, keys(HOHHOT, BAOTOU, ORDOS)));

    assertTrue(again.isRepeat());
  }

  @Test
  void aGovernorCannotRotateItsKeyAlone() {
    bench.refuseJointly(
        LedgerRefusal.QUORUM_NOT_REACHED,
        1,
        rotation(List.of(), registration(SampleKey.of(ORDOS.governor(), 2))),
        keys(ORDOS));
  }

  @Test
  void aRotationThatDoesNotGoTogetherIsRefused() {
    SampleKey first = ORDOS.governorKey();
    SampleKey second = SampleKey.of(ORDOS.governor(), 2);
    refuseRotation(LedgerRefusal.KEY_UNKNOWN, rotation(List.of(7)));
    refuseRotation(LedgerRefusal.NO_KEY_LEFT, rotation(List.of(1)));
    refuseRotation(
        LedgerRefusal.KEY_ALREADY_RETIRED, rotation(List.of(1, 1), registration(second)));
    refuseRotation(
        LedgerRefusal.KEY_NUMBER_USED,
        rotation(List.of(1), registration(new SampleKey(first.id(), second.key()))));
    refuseRotation(
        LedgerRefusal.KEY_REUSED,
        rotation(List.of(1), registration(new SampleKey(second.id(), first.key()))));
    refuseRotation(
        LedgerRefusal.POSSESSION_REFUSED,
        rotation(
            List.of(1), SampleGenesis.registration(second, new LedgerId(SampleGenesis.NETWORK))));
    refuseRotation(
        LedgerRefusal.CITY_NOT_MEMBER,
        new RotateGovernorKey(CHIFENG, List.of(), List.of(), List.of()));
    refuseRotation(
        LedgerRefusal.CITY_NOT_MEMBER,
        new RotateGovernorKey(ORDOS.district(), List.of(), List.of(), List.of()));
  }

  @Test
  void noMoreStatementsAreUndoneThanAGovernorHolds() {
    for (int i = 0; i < Authority.MAX_UNDONE / 256; i++) {
      bench.acceptJointly(
          1,
          new RotateGovernorKey(ORDOS.code(), List.of(), List.of(), ids(i * 256, 256)),
          keys(HOHHOT, BAOTOU, ULANQAB));
    }
    // What is undone already is not listed twice.
    bench.acceptJointly(
        1,
        new RotateGovernorKey(ORDOS.code(), List.of(), List.of(), ids(0, 2)),
        keys(HOHHOT, BAOTOU, ULANQAB));

    refuseRotation(
        LedgerRefusal.LIMIT_EXCEEDED,
        new RotateGovernorKey(ORDOS.code(), List.of(), List.of(), ids(5_000, 1)));
  }

  @Test
  void aRemovedRoleOfAGovernorStaysGoneForTheFormerOne() {
    Uscc next = SampleAuthority.in(ULANQAB.code(), 3);
    SampleKey nextKey = SampleKey.of(next, 1);
    bench.acceptJointly(1, new RemoveCity(ULANQAB.code()), keys(HOHHOT, BAOTOU, ORDOS));
    bench.acceptJointly(
        2,
        new AdmitCity(
            new GenesisCity(
                ULANQAB.code(),
                ULANQAB.label(),
                ULANQAB.msp(),
                next,
                new Name("新治理机构(示例)"),
                List.of(registration(nextKey))),
            ULANQAB.divisions()),
        keys(HOHHOT, BAOTOU, ORDOS));

    var statement = new UpdateDivisions(ULANQAB.code(), List.of(), List.of());
    bench.refuse(
        LedgerRefusal.ROLE_NOT_IN_FORCE, ULANQAB, bench.sign(ULANQAB.governorKey(), 3, statement));
    bench.accept(ULANQAB, bench.sign(nextKey, 3, statement));
  }

  @Test
  void entitiesOfGovernanceReadAsTheyWereWritten() {
    SampleKey second = SampleKey.of(ORDOS.governor(), 2);
    bench.acceptJointly(
        1,
        new RotateGovernorKey(
            ORDOS.code(), List.of(1), List.of(registration(second)), List.of(id("x"))),
        keys(HOHHOT, BAOTOU, ULANQAB));
    Authority governor = bench.get(Authority.key(ORDOS.governor()));
    City city = bench.get(City.key(ORDOS.code()));

    assertEquals(
        governor,
        Authority.CODEC.fromBytes(
            Authority.CODEC.toBytes(governor), org.huxin.core.json.JsonLimits.STATEMENT));
    assertEquals(
        city,
        City.CODEC.fromBytes(City.CODEC.toBytes(city), org.huxin.core.json.JsonLimits.STATEMENT));
    HeldKey key = governor.keys().get(0);
    HeldRole role = governor.roles().get(0);
    assertEquals(1, key.retirements().size());
    assertTrue(role.stands());
    assertEquals(2, governor.version());
  }

  private void refuseRotation(LedgerRefusal code, RotateGovernorKey statement) {
    bench.refuseJointly(code, 1, statement, keys(HOHHOT, BAOTOU, ULANQAB));
  }

  private static RotateGovernorKey rotation(List<Integer> retire, KeyRegistration... add) {
    return new RotateGovernorKey(ORDOS.code(), retire, List.of(add), List.of());
  }

  private void refuseAdmission(LedgerRefusal code, KeyRegistration... keys) {
    bench.refuseJointly(code, 1, admit(chifeng(keys)), keys(HOHHOT, BAOTOU, ORDOS));
  }

  private void assertClashes(String part, GenesisCity city) {
    var refused =
        bench.refuseJointly(
            LedgerRefusal.CITY_CLASHES, 1, admit(city), keys(HOHHOT, BAOTOU, ORDOS));

    assertEquals(part, refused.evidence().get("part"));
  }

  private static AdmitCity admit(GenesisCity city) {
    return new AdmitCity(
        city,
        city.code().equals(CHIFENG)
            ? List.of(new NamedDivision(new DivisionCode("150402"), new Name("红山区")))
            : List.of());
  }

  private static GenesisCity chifeng(KeyRegistration... keys) {
    return new GenesisCity(
        CHIFENG,
        new Name("赤峰市(示例)"),
        new MspId("ChifengMSP"),
        CHIFENG_GOVERNOR,
        new Name("赤峰市治理机构(示例)"),
        List.of(keys));
  }

  private static KeyRegistration registration(SampleKey key) {
    return SampleGenesis.registration(key, ContractBench.LEDGER);
  }

  private static SampleKey[] keys(SampleCity... cities) {
    return java.util.Arrays.stream(cities).map(SampleCity::governorKey).toArray(SampleKey[]::new);
  }

  private static List<StatementId> ids(int from, int count) {
    return IntStream.range(from, from + count).mapToObj(i -> id("s" + i)).toList();
  }

  private static StatementId id(String name) {
    return new StatementId(DigestAlgorithm.SHA_256.digest(Bytes.utf8(name)));
  }
}
