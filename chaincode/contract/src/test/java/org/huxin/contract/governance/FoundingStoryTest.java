// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.governance;

import static org.huxin.contract.sample.SampleCity.BAOTOU;
import static org.huxin.contract.sample.SampleCity.HOHHOT;
import static org.huxin.contract.sample.SampleCity.ORDOS;
import static org.huxin.contract.sample.SampleCity.ULANQAB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huxin.contract.Outcome;
import org.huxin.contract.TransactionContext;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.MemoryLedger;
import org.huxin.contract.sample.ObservedContract;
import org.huxin.contract.sample.SampleAuthority;
import org.huxin.contract.sample.SampleCatalogue;
import org.huxin.contract.sample.SampleCity;
import org.huxin.contract.sample.SampleGenesis;
import org.huxin.contract.sample.SampleKey;
import org.huxin.contract.statement.OperationNames;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.RegisterAuthority;
import org.huxin.core.authority.Role;
import org.huxin.core.authority.RoleGrant;
import org.huxin.core.competence.Accreditation;
import org.huxin.core.competence.OpenAccreditation;
import org.huxin.core.competence.OpenUseScope;
import org.huxin.core.competence.UseScope;
import org.huxin.core.governance.AdmitCity;
import org.huxin.core.governance.GenesisCity;
import org.huxin.core.governance.GenesisConfiguration;
import org.huxin.core.governance.Membership;
import org.huxin.core.governance.NamedDivision;
import org.huxin.core.governance.UpdateDivisions;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.jws.Jws;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.signed.StatementHead;
import org.huxin.core.signed.StatementPayload;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.Name;
import org.huxin.core.statement.Statement;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.junit.jupiter.api.Test;

/**
 * Three cities found a ledger and a fourth joins: everything before the first agreement, from an
 * empty ledger on and through the contract alone.
 */
final class FoundingStoryTest {
  private static final DivisionCode NEW_DISTRICT = new DivisionCode("150603");
  private static final Uscc BUREAU = SampleAuthority.in(NEW_DISTRICT, 1);
  private static final Uscc WINDOW = SampleAuthority.in(ULANQAB.district(), 1);
  private static final SampleKey BUREAU_KEY = SampleKey.of(BUREAU, 1);
  private static final LicenceTypeCode TYPE = SampleCatalogue.typeOf(BUREAU);

  private final ObservedContract contract = new ObservedContract();
  private final MemoryLedger ledger = new MemoryLedger();
  private final GenesisConfiguration genesis =
      SampleGenesis.of(Stream.of(HOHHOT, BAOTOU, ORDOS).map(SampleGenesis::founding).toList());
  private Instant now = ContractBench.FOUNDED;

  @Test
  void threeCitiesFoundALedgerAndAFourthJoinsAndAsks() {
    call(
        ULANQAB,
        FoundOperation.NAME,
        new String(
            GenesisConfiguration.CODEC.toBytes(genesis).toByteArray(), StandardCharsets.UTF_8));
    assertEquals(3, membership().cities().size());

    // Ordos builds up what it issues.
    sign(ORDOS, ORDOS.governorKey(), Optional.of(1), divisions());
    sign(ORDOS, ORDOS.governorKey(), Optional.empty(), registration(BUREAU, NEW_DISTRICT));
    sign(ORDOS, BUREAU_KEY, Optional.empty(), SampleCatalogue.type(TYPE, 1, false, now));
    sign(ORDOS, ORDOS.governorKey(), Optional.empty(), accreditation());

    // Ulanqab is nobody yet.
    assertEquals(
        LedgerRefusal.SIGNER_UNKNOWN,
        assertThrows(
                LedgerRefusedException.class,
                () ->
                    sign(
                        ULANQAB,
                        ULANQAB.governorKey(),
                        Optional.empty(),
                        registration(WINDOW, ULANQAB.district())))
            .code());

    jointly(1, admission(), HOHHOT, BAOTOU, ORDOS);
    Outcome.Accepted registered =
        sign(
            ULANQAB,
            ULANQAB.governorKey(),
            Optional.empty(),
            registration(WINDOW, ULANQAB.district()));
    Outcome.Accepted scope = sign(ULANQAB, ULANQAB.governorKey(), Optional.empty(), scope());

    assertFalse(registered.isRepeat());
    assertEquals(4, membership().cities().size());
    assertEquals(2, membership().version());
    assertTrue(ledger.get(Authority.key(WINDOW)).isPresent());
    assertTrue(
        ledger
            .get(Accreditation.key(BUREAU, TYPE, NEW_DISTRICT))
            .orElseThrow()
            .at(now, Optional.of(now))
            .isPresent());
    assertTrue(
        ledger.get(UseScope.key(scope.statement())).orElseThrow().isOpen(now, Optional.of(now)));
  }

  @Test
  void withFourCitiesThreeMustSignAndWithThreeTwoAreTooFewToo() {
    call(
        ORDOS,
        FoundOperation.NAME,
        new String(
            GenesisConfiguration.CODEC.toBytes(genesis).toByteArray(), StandardCharsets.UTF_8));
    assertEquals(2, membership().quorum());

    assertEquals(
        LedgerRefusal.QUORUM_NOT_REACHED,
        assertThrows(LedgerRefusedException.class, () -> jointly(1, admission(), ORDOS)).code());
    jointly(1, admission(), HOHHOT, ORDOS);

    assertEquals(3, membership().quorum());
  }

  private static UpdateDivisions divisions() {
    return new UpdateDivisions(
        ORDOS.code(),
        List.of(ORDOS.divisions().get(0), new NamedDivision(NEW_DISTRICT, new Name("康巴什区"))),
        List.of());
  }

  private RegisterAuthority registration(Uscc authority, DivisionCode division) {
    return new RegisterAuthority(
        authority,
        new Name("示例机构"),
        division,
        Optional.empty(),
        Stream.of(Role.DEFINER, Role.ISSUER, Role.CONSUMER)
            .map(role -> new RoleGrant(role, now, Optional.empty()))
            .toList(),
        List.of(SampleGenesis.registration(SampleKey.of(authority, 1), genesis.ledgerId())),
        Optional.empty(),
        List.of());
  }

  private OpenAccreditation accreditation() {
    return new OpenAccreditation(
        BUREAU,
        TYPE,
        NEW_DISTRICT,
        now,
        Optional.empty(),
        DigestAlgorithm.SM3.digest(Bytes.utf8("a legal basis")),
        List.of(),
        Optional.empty());
  }

  private OpenUseScope scope() {
    return new OpenUseScope(
        WINDOW,
        List.of(TYPE),
        List.of(SampleCatalogue.itemOf(WINDOW)),
        List.of(new Code("APPROVAL")),
        List.of(),
        false,
        DigestAlgorithm.SM3.digest(Bytes.utf8("a legal basis")),
        now,
        Optional.empty());
  }

  private AdmitCity admission() {
    GenesisCity city =
        SampleGenesis.city(
            ULANQAB, SampleGenesis.registration(ULANQAB.governorKey(), genesis.ledgerId()));
    return new AdmitCity(city, ULANQAB.divisions());
  }

  private Membership membership() {
    return ledger.get(Membership.key()).orElseThrow();
  }

  private Outcome.Accepted sign(
      SampleCity carrier, SampleKey key, Optional<Integer> replaces, Statement statement) {
    return call(
        carrier,
        OperationNames.of(statement.operation()),
        key.sign(new StatementHead(genesis.ledgerId(), now, replaces), statement).jws().text());
  }

  private Outcome.Accepted jointly(int replaces, Statement statement, SampleCity... signers) {
    StatementPayload payload =
        new StatementPayload(
            new StatementHead(genesis.ledgerId(), now, Optional.of(replaces)), statement);
    return call(
        signers[0],
        OperationNames.of(statement.operation()),
        Arrays.stream(signers)
            .map(SampleCity::governorKey)
            .map(
                key ->
                    Jws.sign(key.signer(), key.id(), statement.operation().type(), payload.toJson())
                        .text())
            .toArray(String[]::new));
  }

  private Outcome.Accepted call(SampleCity carrier, String name, String... arguments) {
    now = now.plusSeconds(60);
    Outcome.Accepted accepted =
        (Outcome.Accepted)
            contract.execute(
                name,
                List.of(arguments),
                ledger,
                new TransactionContext(now, carrier.msp(), genesis.ledgerId()));
    ledger.apply(accepted);
    return accepted;
  }
}
