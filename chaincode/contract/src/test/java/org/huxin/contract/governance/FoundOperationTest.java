// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.governance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.huxin.contract.Outcome;
import org.huxin.contract.TransactionContext;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.MemoryLedger;
import org.huxin.contract.sample.ObservedContract;
import org.huxin.contract.sample.SampleCity;
import org.huxin.contract.sample.SampleGenesis;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.KeyUse;
import org.huxin.core.authority.Role;
import org.huxin.core.catalogue.AttributeDefinition;
import org.huxin.core.catalogue.DefineLicenceType;
import org.huxin.core.catalogue.HolderCategory;
import org.huxin.core.catalogue.LicenceType;
import org.huxin.core.catalogue.Sensitivity;
import org.huxin.core.governance.City;
import org.huxin.core.governance.Genesis;
import org.huxin.core.governance.GenesisCity;
import org.huxin.core.governance.GenesisConfiguration;
import org.huxin.core.governance.Membership;
import org.huxin.core.governance.UpdateDivisions;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.MspId;
import org.huxin.core.id.StatementId;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.signed.StatementHead;
import org.huxin.core.statement.FieldName;
import org.huxin.core.statement.Name;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.junit.jupiter.api.Test;

final class FoundOperationTest {
  private static final LedgerId NETWORK = new LedgerId(SampleGenesis.NETWORK);
  private static final LicenceTypeCode NATIONAL = new LicenceTypeCode("11100000MB0143028R001");

  private final ObservedContract contract = new ObservedContract();
  private final MemoryLedger ledger = new MemoryLedger();

  @Test
  void anyoneFoundsTheLedgerOnceAndFindsAllOfItThere() {
    GenesisConfiguration configuration = fourCities();

    Outcome.Accepted accepted = found(configuration, configuration.ledgerId());
    ledger.apply(accepted);

    StatementId id = new StatementId(configuration.ledgerId().digest());
    assertEquals(id, accepted.statement());
    Genesis genesis = ledger.get(Genesis.key()).orElseThrow();
    assertEquals(configuration, genesis.configuration());
    assertTrue(genesis.holds(id));
    Membership membership = ledger.get(Membership.key()).orElseThrow();
    assertEquals(
        Arrays.stream(SampleCity.values()).map(SampleCity::member).toList(), membership.cities());
    assertEquals(ContractBench.LIMITS, membership.limits());
    for (SampleCity each : SampleCity.values()) {
      City city = ledger.get(City.key(each.code())).orElseThrow();
      assertEquals(each.divisions(), city.divisions());
      assertTrue(city.isMember(ContractBench.FOUNDED));
      Authority governor = ledger.get(Authority.key(each.governor())).orElseThrow();
      assertTrue(governor.has(Role.GOVERNOR, ContractBench.FOUNDED, Optional.empty()));
      assertEquals(each.governorKey().key().publicKey(), governor.keys().get(0).key());
    }
    assertEquals(
        configuration.licenceTypes().get(0),
        ledger.get(LicenceType.key(NATIONAL, 1)).orElseThrow().definition());
    assertEquals(accepted.keys().size(), ledger.state().size());
  }

  @Test
  void theSameConfigurationAgainIsARepeat() {
    GenesisConfiguration configuration = fourCities();
    ledger.apply(found(configuration, configuration.ledgerId()));

    Outcome.Accepted again = found(configuration, configuration.ledgerId());

    assertTrue(again.isRepeat());
    assertEquals(Optional.empty(), again.event());
  }

  @Test
  void theGovernorsOfTheFoundedLedgerGovern() {
    GenesisConfiguration configuration = fourCities();
    ledger.apply(found(configuration, configuration.ledgerId()));
    var statement =
        SampleCity.ORDOS
            .governorKey()
            .sign(
                new StatementHead(configuration.ledgerId(), ContractBench.FOUNDED, Optional.of(1)),
                new UpdateDivisions(SampleCity.ORDOS.code(), List.of(), List.of()));

    Outcome.Accepted accepted =
        (Outcome.Accepted)
            contract.execute(
                "UpdateDivisions",
                List.of(statement.jws().text()),
                ledger,
                context(SampleCity.ORDOS.msp(), configuration.ledgerId()));

    assertEquals(1, accepted.writes().size());
  }

  @Test
  void anotherConfigurationFoundsNothing() {
    GenesisConfiguration configuration = fourCities();
    GenesisConfiguration other =
        SampleGenesis.of(List.of(SampleGenesis.founding(SampleCity.ORDOS)));

    assertRefused("WRONG_LEDGER", other, configuration.ledgerId());

    ledger.apply(found(configuration, configuration.ledgerId()));
    assertEquals(
        LedgerRefusal.LEDGER_ALREADY_FOUNDED,
        refusal(text(other), configuration.ledgerId()).code());
  }

  @Test
  void whatIsNoConfigurationIsRefusedThoughItHasTheDigest() {
    for (String text : List.of("{}", "{\"channel\": \"X\"}", "not json", "[]", "")) {
      LedgerId id = new LedgerId(DigestAlgorithm.SHA_256.digest(Bytes.utf8(text)));

      assertEquals(LedgerRefusal.GENESIS_REFUSED, refusal(text, id).code(), text);
    }
  }

  @Test
  void oneArgumentIsTaken() {
    assertEquals(
        LedgerRefusal.ARGUMENTS_REFUSED,
        assertThrows(
                LedgerRefusedException.class,
                () ->
                    contract.execute(
                        "Found",
                        List.of("a", "b"),
                        ledger,
                        context(SampleCity.ORDOS.msp(), ContractBench.LEDGER)))
            .code());
  }

  @Test
  void aGovernorWithoutProofOfItsKeyIsRefused() {
    SampleKey own = SampleCity.ORDOS.governorKey();
    SampleKey stranger = SampleCity.BAOTOU.governorKey();
    SampleKey posing = new SampleKey(own.id(), stranger.key());

    assertPossessionRefused(
        "FACT_NOT_SIGNED_BY_KEY",
        SampleGenesis.city(
            SampleCity.ORDOS,
            SampleGenesis.registration(
                own, KeyUse.SIGN, SampleGenesis.possession(posing, own.id(), NETWORK))));
    assertPossessionRefused(
        "FACT_WRONG_LEDGER",
        SampleGenesis.city(
            SampleCity.ORDOS, SampleGenesis.registration(own, ContractBench.LEDGER)));
    assertPossessionRefused(
        "POSSESSION_OF_OTHER_KEY",
        SampleGenesis.city(
            SampleCity.ORDOS,
            SampleGenesis.registration(
                own,
                KeyUse.SIGN,
                SampleGenesis.possession(
                    own, new KeyId.OfAuthority(SampleCity.ORDOS.governor(), 2), NETWORK))));
  }

  @Test
  void twoKeysOfAGovernorHaveTwoNumbersAndAreTwoKeys() {
    SampleKey first = SampleCity.ORDOS.governorKey();
    SampleKey second = SampleKey.of(SampleCity.ORDOS.governor(), 2);
    SampleKey sameNumber = new SampleKey(first.id(), second.key());
    SampleKey sameKey = new SampleKey(second.id(), first.key());

    assertRefused(
        LedgerRefusal.KEY_NUMBER_USED,
        SampleGenesis.city(
            SampleCity.ORDOS,
            SampleGenesis.registration(first, NETWORK),
            SampleGenesis.registration(sameNumber, NETWORK)));
    assertRefused(
        LedgerRefusal.KEY_REUSED,
        SampleGenesis.city(
            SampleCity.ORDOS,
            SampleGenesis.registration(first, NETWORK),
            SampleGenesis.registration(sameKey, NETWORK)));
  }

  @Test
  void twoCitiesDoNotShareAKey() {
    SampleKey shared = SampleCity.ORDOS.governorKey();
    SampleKey other =
        new SampleKey(new KeyId.OfAuthority(SampleCity.BAOTOU.governor(), 1), shared.key());
    GenesisConfiguration configuration =
        SampleGenesis.of(
            List.of(
                SampleGenesis.founding(SampleCity.ORDOS),
                SampleGenesis.city(SampleCity.BAOTOU, SampleGenesis.registration(other, NETWORK))));

    assertRefused("GOVERNORS_SHARE_KEY", configuration, configuration.ledgerId());
  }

  @Test
  void aGovernorThatCouldSignNothingIsRefused() {
    SampleKey key = SampleCity.ORDOS.governorKey();
    GenesisConfiguration configuration =
        SampleGenesis.of(
            List.of(
                SampleGenesis.city(
                    SampleCity.ORDOS,
                    SampleGenesis.registration(
                        key, KeyUse.NOTE, SampleGenesis.possession(key, key.id(), NETWORK)))));

    assertRefused("NO_KEY_LEFT", configuration, configuration.ledgerId());
  }

  private static GenesisConfiguration fourCities() {
    return SampleGenesis.of(
        Arrays.stream(SampleCity.values()).map(SampleGenesis::founding).toList(),
        new DefineLicenceType(
            NATIONAL,
            1,
            new Name("营业执照"),
            HolderCategory.ORGANISATION,
            List.of(
                new AttributeDefinition(
                    new Name("名称"), new FieldName("MC"), Sensitivity.PUBLIC, true)),
            false,
            false,
            ContractBench.FOUNDED));
  }

  private Outcome.Accepted found(GenesisConfiguration configuration, LedgerId id) {
    return (Outcome.Accepted)
        contract.execute(
            "Found", List.of(text(configuration)), ledger, context(new MspId("StrangerMSP"), id));
  }

  private LedgerRefusedException refusal(String configuration, LedgerId id) {
    LedgerRefusedException refused =
        assertThrows(
            LedgerRefusedException.class,
            () ->
                contract.execute(
                    "Found", List.of(configuration), ledger, context(new MspId("AnyMSP"), id)));
    assertTrue(
        contract.table().find("Found").orElseThrow().refusals().contains(refused.code()),
        refused.getMessage());
    return refused;
  }

  private void assertRefused(String code, GenesisConfiguration configuration, LedgerId id) {
    LedgerRefusedException refused = refusal(text(configuration), id);

    assertEquals(LedgerRefusal.GENESIS_REFUSED, refused.code());
    assertEquals(code, refused.evidence().get("code"));
    assertTrue(ledger.state().isEmpty());
  }

  private void assertRefused(LedgerRefusal code, GenesisCity city) {
    GenesisConfiguration configuration = SampleGenesis.of(List.of(city));

    assertEquals(code, refusal(text(configuration), configuration.ledgerId()).code());
  }

  private void assertPossessionRefused(String code, GenesisCity city) {
    GenesisConfiguration configuration = SampleGenesis.of(List.of(city));
    LedgerRefusedException refused = refusal(text(configuration), configuration.ledgerId());

    assertEquals(LedgerRefusal.POSSESSION_REFUSED, refused.code());
    assertEquals(code, refused.evidence().get("code"));
  }

  private static String text(GenesisConfiguration configuration) {
    return new String(
        GenesisConfiguration.CODEC.toBytes(configuration).toByteArray(),
        java.nio.charset.StandardCharsets.UTF_8);
  }

  private static TransactionContext context(MspId carrier, LedgerId id) {
    return new TransactionContext(ContractBench.FOUNDED, carrier, id);
  }
}
