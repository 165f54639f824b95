// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.sample;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huxin.core.catalogue.AttributeDefinition;
import org.huxin.core.catalogue.DefineLicenceType;
import org.huxin.core.catalogue.HolderCategory;
import org.huxin.core.catalogue.LicenceType;
import org.huxin.core.catalogue.PublishServiceItem;
import org.huxin.core.catalogue.Sensitivity;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.ledger.History;
import org.huxin.core.ledger.Revision;
import org.huxin.core.statement.FieldName;
import org.huxin.core.statement.Name;

/** Licence types and service items of the tests. */
public final class SampleCatalogue {
  /** 营业执照, a national type. */
  public static final LicenceTypeCode BUSINESS_LICENCE =
      new LicenceTypeCode("11100000MB0143028R001");

  private SampleCatalogue() {}

  /** Puts a national type on a ledger, as founding does. */
  public static void putType(ContractBench bench, LicenceTypeCode type, boolean classified) {
    bench
        .ledger()
        .put(
            LicenceType.key(type, 1),
            new LicenceType(
                type(type, 1, classified, ContractBench.FOUNDED),
                Optional.empty(),
                History.begin(
                    new Revision(
                        ContractBench.FOUNDED, new StatementId(ContractBench.LEDGER.digest())))));
  }

  /** A version of a type with one attribute. */
  public static DefineLicenceType type(
      LicenceTypeCode type, int version, boolean classified, Instant effectiveFrom) {
    return new DefineLicenceType(
        type,
        version,
        new Name("示例证照"),
        HolderCategory.ORGANISATION,
        List.of(
            new AttributeDefinition(new Name("名称"), new FieldName("MC"), Sensitivity.PUBLIC, true)),
        false,
        classified,
        effectiveFrom);
  }

  /** The code of a type of some authority. */
  public static LicenceTypeCode typeOf(Uscc definer) {
    return new LicenceTypeCode(definer + "001");
  }

  /** A version of an item that asks for nothing. */
  public static PublishServiceItem item(ServiceItemCode item, int version, Instant effectiveFrom) {
    return new PublishServiceItem(item, version, new Name("示例事项"), List.of(), effectiveFrom);
  }

  /** The code of an item of some authority. */
  public static ServiceItemCode itemOf(Uscc owner) {
    return new ServiceItemCode(owner + "0001000115001");
  }
}
