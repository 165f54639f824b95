// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.catalogue;

import static org.huxin.contract.sample.SampleCity.BAOTOU;
import static org.huxin.contract.sample.SampleCity.ORDOS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleAuthority;
import org.huxin.contract.sample.SampleCatalogue;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authority.Role;
import org.huxin.core.catalogue.AcceptedLicence;
import org.huxin.core.catalogue.DefineLicenceType;
import org.huxin.core.catalogue.LicenceType;
import org.huxin.core.catalogue.Material;
import org.huxin.core.catalogue.MaterialMode;
import org.huxin.core.catalogue.Predicate;
import org.huxin.core.catalogue.PredicateOperator;
import org.huxin.core.catalogue.PublishServiceItem;
import org.huxin.core.catalogue.ServiceItem;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.FieldName;
import org.huxin.core.statement.Name;
import org.junit.jupiter.api.Test;

final class CatalogueOperationsTest {
  private static final Uscc OWNER = SampleAuthority.in(ORDOS.code(), 1);
  private static final Uscc OTHER = SampleAuthority.in(ORDOS.code(), 2);
  private static final LicenceTypeCode TYPE = SampleCatalogue.typeOf(OWNER);
  private static final ServiceItemCode ITEM = SampleCatalogue.itemOf(OWNER);

  private final ContractBench bench = ContractBench.founded();
  private final SampleKey owner =
      bench.register(OWNER, ORDOS.code(), Optional.empty(), Role.DEFINER);
  private final SampleKey other =
      bench.register(OTHER, ORDOS.code(), Optional.empty(), Role.DEFINER);

  @Test
  void aDefinerDefinesATypeAndItsNextVersion() {
    DefineLicenceType first = SampleCatalogue.type(TYPE, 1, false, bench.now());
    SignedStatement signed = bench.sign(owner, first);
    bench.accept(ORDOS, signed);
    bench.repeat(ORDOS, signed);
    assertEquals(first, bench.get(LicenceType.key(TYPE, 1)).definition());
    assertEquals(Optional.empty(), bench.get(LicenceType.key(TYPE, 1)).replacedAt());
    Instant next = bench.now().plus(Duration.ofDays(10));

    SignedStatement second = bench.sign(owner, 1, SampleCatalogue.type(TYPE, 2, false, next));
    var accepted = bench.accept(ORDOS, second);

    assertEquals(List.of(LicenceType.key(TYPE, 2), LicenceType.key(TYPE, 1)), accepted.keys());
    assertEquals(Optional.of(next), bench.get(LicenceType.key(TYPE, 1)).replacedAt());
    assertEquals(2, bench.get(LicenceType.key(TYPE, 1)).version());
    assertEquals(Optional.empty(), bench.get(LicenceType.key(TYPE, 2)).replacedAt());
    bench.repeat(ORDOS, second);
  }

  @Test
  void aTypeIsDefinedByTheOwnerOfItsCodeAlone() {
    DefineLicenceType statement = SampleCatalogue.type(TYPE, 1, false, bench.now());
    Uscc issuer = SampleAuthority.in(ORDOS.code(), 3);
    SampleKey plain = bench.register(issuer, ORDOS.code(), Optional.empty(), Role.ISSUER);

    bench.refuse(LedgerRefusal.NOT_COMPETENT, ORDOS, bench.sign(other, statement));
    bench.refuse(
        LedgerRefusal.NOT_COMPETENT,
        ORDOS,
        bench.sign(
            owner, SampleCatalogue.type(SampleCatalogue.BUSINESS_LICENCE, 1, false, bench.now())));
    bench.refuse(
        LedgerRefusal.ROLE_NOT_IN_FORCE,
        ORDOS,
        bench.sign(
            plain, SampleCatalogue.type(SampleCatalogue.typeOf(issuer), 1, false, bench.now())));
    bench.refuse(LedgerRefusal.CARRIER_OF_OTHER_CITY, BAOTOU, bench.sign(owner, statement));
  }

  @Test
  void versionsOfATypeFollowOneAnother() {
    Instant later = bench.now().plus(Duration.ofDays(5));
    refuseType(
        LedgerRefusal.NOT_FOUND,
        bench.sign(owner, 1, SampleCatalogue.type(TYPE, 2, false, bench.now())));
    refuseType(
        LedgerRefusal.REPLACES_UNEXPECTED,
        bench.sign(owner, 1, SampleCatalogue.type(TYPE, 1, false, bench.now())));
    bench.accept(ORDOS, bench.sign(owner, SampleCatalogue.type(TYPE, 1, false, later)));

    refuseType(
        LedgerRefusal.ALREADY_EXISTS,
        bench.sign(owner, SampleCatalogue.type(TYPE, 1, true, later)));
    refuseType(
        LedgerRefusal.REPLACES_MISSING,
        bench.sign(owner, SampleCatalogue.type(TYPE, 2, false, later)));
    refuseType(
        LedgerRefusal.STALE_VERSION,
        bench.sign(owner, 2, SampleCatalogue.type(TYPE, 2, false, later)));
    refuseType(
        LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
        bench.sign(owner, 1, SampleCatalogue.type(TYPE, 2, false, later.minusSeconds(1))));
    refuseType(
        LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
        bench.sign(owner, 1, SampleCatalogue.type(TYPE, 2, false, bench.now().minusSeconds(1))));
  }

  @Test
  void aStateSecretStaysOne() {
    bench.accept(ORDOS, bench.sign(owner, SampleCatalogue.type(TYPE, 1, false, bench.now())));
    bench.accept(ORDOS, bench.sign(owner, 1, SampleCatalogue.type(TYPE, 2, true, bench.now())));

    refuseType(
        LedgerRefusal.CLASSIFICATION_LIFTED,
        bench.sign(owner, 1, SampleCatalogue.type(TYPE, 3, false, bench.now())));
  }

  @Test
  void anAuthorityPublishesItsItemAndItsNextVersion() {
    PublishServiceItem first =
        new PublishServiceItem(
            ITEM,
            1,
            new Name("示例事项"),
            List.of(
                new Material(
                    new Code("M1"),
                    new Name("营业执照"),
                    MaterialMode.DEFERRABLE,
                    List.of(
                        new AcceptedLicence(
                            SampleCatalogue.BUSINESS_LICENCE,
                            List.of(
                                new Predicate(
                                    new FieldName("JYFW"),
                                    PredicateOperator.CONTAINS,
                                    new Name("餐饮"))))),
                    Optional.of(30))),
            bench.now());
    SignedStatement signed = bench.sign(owner, first);
    bench.accept(ORDOS, signed);
    bench.repeat(ORDOS, signed);
    assertEquals(first, bench.get(ServiceItem.key(ITEM, 1)).definition());

    SignedStatement second =
        bench.sign(owner, 1, SampleCatalogue.item(ITEM, 2, bench.now().plusSeconds(60)));
    bench.accept(ORDOS, second);

    assertEquals(
        Optional.of(bench.now().plusSeconds(60)), bench.get(ServiceItem.key(ITEM, 1)).replacedAt());
    assertEquals(1, bench.get(ServiceItem.key(ITEM, 2)).version());
    bench.repeat(ORDOS, second);
  }

  @Test
  void anItemIsPublishedByTheOwnerOfItsCodeAloneAndInOrder() {
    refuseItem(
        LedgerRefusal.NOT_COMPETENT, bench.sign(other, SampleCatalogue.item(ITEM, 1, bench.now())));
    refuseItem(
        LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
        bench.sign(owner, SampleCatalogue.item(ITEM, 1, bench.now().minusSeconds(1))));
    refuseItem(
        LedgerRefusal.NOT_FOUND, bench.sign(owner, 1, SampleCatalogue.item(ITEM, 2, bench.now())));
    bench.accept(ORDOS, bench.sign(owner, SampleCatalogue.item(ITEM, 1, bench.now())));
    refuseItem(
        LedgerRefusal.ALREADY_EXISTS,
        bench.sign(owner, SampleCatalogue.item(ITEM, 1, bench.now().plusSeconds(1))));
    refuseItem(
        LedgerRefusal.STALE_VERSION,
        bench.sign(owner, 2, SampleCatalogue.item(ITEM, 2, bench.now())));
  }

  private void refuseType(LedgerRefusal code, SignedStatement statement) {
    bench.refuse(code, ORDOS, statement);
  }

  private void refuseItem(LedgerRefusal code, SignedStatement statement) {
    bench.refuse(code, ORDOS, statement);
  }
}
