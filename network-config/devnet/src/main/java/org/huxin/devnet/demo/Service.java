// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huxin.core.catalogue.AcceptedLicence;
import org.huxin.core.catalogue.Material;
import org.huxin.core.catalogue.MaterialMode;
import org.huxin.core.catalogue.Predicate;
import org.huxin.core.catalogue.PredicateOperator;
import org.huxin.core.catalogue.PublishServiceItem;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.FieldName;
import org.huxin.core.statement.Name;

/** The services of the story, with what each asks for. Their codes are invented. */
@SuppressWarnings("ImmutableEnumChecker") // this project's values are, though no annotation says so
public enum Service {
  /** S1: one licence for a convenience shop. */
  FOOD_SHOP(
      Office.DONGSHENG_MARKET,
      "0001000115001",
      "食品经营许可(一业一证,便利店)(示例)",
      must(
          "BUSINESS",
          "营业执照",
          LicenceKind.BUSINESS,
          new Predicate(new FieldName("JYFW"), PredicateOperator.CONTAINS, new Name("食品"))),
      other("HEALTH", "健康证明", MaterialMode.DEFERRABLE, "902", Optional.of(10))),
  /** S2: a house is sold with its mortgage. */
  MORTGAGED_SALE(
      Office.KANGBASHI_PROPERTY,
      "0002000115001",
      "二手房“带押过户”(示例)",
      must("PROPERTY", "不动产权证书", LicenceKind.PROPERTY),
      must("MARRIAGE", "结婚证", LicenceKind.MARRIAGE),
      other("BANK", "银行同意书", MaterialMode.DEFERRABLE, "903", Optional.of(5))),
  /** S3: a haulier carries coal. */
  COAL_TRANSPORT(
      Office.EJIN_HORO_TRANSPORT,
      "0003000115001",
      "道路货物运输经营许可变更(煤炭运输)(示例)",
      must("BUSINESS", "营业执照", LicenceKind.BUSINESS),
      other("PARKING", "停车场地证明", MaterialMode.COMMITMENT, "904", Optional.empty())),
  /** S4: a building site may begin. */
  BUILDING_SITE(
      Office.ORDOS_APPROVAL,
      "0004000115001",
      "建筑工程施工许可证核发(示例)",
      must("GRADE", "建筑业企业资质证书", LicenceKind.CONSTRUCTION_GRADE),
      must("SAFETY", "安全生产许可证", LicenceKind.CONSTRUCTION_SAFETY)),
  /** S5: a pension. */
  PENSION(
      Office.KUNDULUN_CIVIL,
      "0005000115001",
      "城乡居民养老保险待遇申请(示例)",
      must("IDENTITY", "居民身份证", LicenceKind.IDENTITY_CARD)),
  /** A branch of an enterprise of another city. */
  BRANCH(
      Office.BAOTOU_MARKET,
      "0006000115001",
      "跨市分支机构设立登记(示例)",
      must("BUSINESS", "营业执照", LicenceKind.BUSINESS)),
  /** The same in the fourth city. */
  BRANCH_ULANQAB(
      Office.ULANQAB_MARKET,
      "0006000115001",
      "跨市分支机构设立登记(示例)",
      must("BUSINESS", "营业执照", LicenceKind.BUSINESS)),
  /** The supervisor looks after hauliers. */
  SUPERVISION(Office.JUNGAR_ENERGY, "0007000115001", "煤炭运输企业监督检查(示例)");

  private final Office owner;
  private final ServiceItemCode code;
  private final Name title;
  private final List<Material> materials;

  Service(Office owner, String number, String title, Material... materials) {
    this.owner = owner;
    this.code = new ServiceItemCode(owner.code().text() + number);
    this.title = new Name(title);
    this.materials = List.of(materials);
  }

  private static Material must(
      String code, String name, LicenceKind kind, Predicate... predicates) {
    return new Material(
        new Code(code),
        new Name(name),
        MaterialMode.MUST,
        List.of(new AcceptedLicence(kind.code(), List.of(predicates))),
        Optional.empty());
  }

  /** Something that is no licence on this ledger: nobody defines its type. */
  private static Material other(
      String code, String name, MaterialMode mode, String type, Optional<Integer> days) {
    return new Material(
        new Code(code),
        new Name(name),
        mode,
        List.of(new AcceptedLicence(new LicenceTypeCode("11100000MB0143028R" + type), List.of())),
        days);
  }

  /** At whose window. */
  public Office owner() {
    return owner;
  }

  /** Its code. */
  public ServiceItemCode code() {
    return code;
  }

  /** What its owner publishes. */
  PublishServiceItem definition(Instant effectiveFrom) {
    return new PublishServiceItem(code, 1, title, materials, effectiveFrom);
  }
}
