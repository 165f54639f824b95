// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.entity;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.huxin.core.agreement.Agreement;
import org.huxin.core.authority.Authority;
import org.huxin.core.authorization.Authorization;
import org.huxin.core.authorization.PaperReport;
import org.huxin.core.authorization.PaperRequest;
import org.huxin.core.authorization.RetiredHolderKey;
import org.huxin.core.authorization.Tombstone;
import org.huxin.core.authorization.Usage;
import org.huxin.core.catalogue.LicenceType;
import org.huxin.core.catalogue.ServiceItem;
import org.huxin.core.checkpoint.Checkpoint;
import org.huxin.core.commitment.Commitment;
import org.huxin.core.competence.Accreditation;
import org.huxin.core.competence.Supervision;
import org.huxin.core.competence.UseScope;
import org.huxin.core.demand.Demand;
import org.huxin.core.dispute.Dispute;
import org.huxin.core.governance.City;
import org.huxin.core.governance.Genesis;
import org.huxin.core.governance.Membership;
import org.huxin.core.id.AnchorKey;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.SealKey;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Thumbprint;
import org.huxin.core.id.Uscc;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.EntityType;
import org.huxin.core.licence.Batch;
import org.huxin.core.licence.LicenceStatus;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.seal.Seal;
import org.huxin.core.statement.Code;
import org.huxin.crypto.digest.Digest;

/** Every kind of entity that the ledger holds: the only list of them. */
public final class EntityTable {
  /** Five digits, as in keys; more versions than anything will have. */
  private static final int MAX_VERSION = 99_999;

  private static final List<EntityKind<?>> ALL =
      List.of(
          one(Genesis.ENTITY, Genesis.key()),
          one(Membership.ENTITY, Membership.key()),
          of(City.ENTITY, "Cities", "city", text -> City.key(DivisionCode.parse(text))),
          of(Authority.ENTITY, "Authorities", "uscc", text -> Authority.key(Uscc.parse(text))),
          new EntityKind<>(
              LicenceType.ENTITY,
              "LicenceTypes",
              List.of(KeyPart.type(), KeyPart.last("version")),
              parts -> LicenceType.key(LicenceTypeCode.parse(parts.get(0)), version(parts.get(1)))),
          new EntityKind<>(
              ServiceItem.ENTITY,
              "ServiceItems",
              List.of(KeyPart.item(), KeyPart.last("version")),
              parts -> ServiceItem.key(ServiceItemCode.parse(parts.get(0)), version(parts.get(1)))),
          new EntityKind<>(
              Accreditation.ENTITY,
              "Accreditations",
              List.of(KeyPart.uscc("issuer"), KeyPart.type(), KeyPart.last("division")),
              parts ->
                  Accreditation.key(
                      Uscc.parse(parts.get(0)),
                      LicenceTypeCode.parse(parts.get(1)),
                      DivisionCode.parse(parts.get(2)))),
          new EntityKind<>(
              Supervision.ENTITY,
              "Supervisions",
              List.of(KeyPart.uscc("supervisor"), KeyPart.type(), KeyPart.last("division")),
              parts ->
                  Supervision.key(
                      Uscc.parse(parts.get(0)),
                      LicenceTypeCode.parse(parts.get(1)),
                      DivisionCode.parse(parts.get(2)))),
          byStatement(UseScope.ENTITY, "UseScopes", UseScope::key),
          of(Seal.ENTITY, "Seals", "seal", text -> Seal.key(SealKey.parse(text))),
          byStatement(Batch.ENTITY, "Batches", Batch::key),
          new EntityKind<>(
              LicenceStatus.ENTITY,
              "LicenceStatuses",
              List.of(
                  KeyPart.uscc("issuer"),
                  KeyPart.type(),
                  KeyPart.division(),
                  KeyPart.last("anchorKey")),
              parts ->
                  LicenceStatus.key(
                      new LicenceRef(
                          Uscc.parse(parts.get(0)),
                          LicenceTypeCode.parse(parts.get(1)),
                          DivisionCode.parse(parts.get(2)),
                          AnchorKey.parse(parts.get(3))))),
          new EntityKind<>(
              Agreement.ENTITY,
              "Agreements",
              List.of(KeyPart.statement("id"), KeyPart.last("version")),
              parts -> Agreement.key(StatementId.parse(parts.get(0)), version(parts.get(1)))),
          byStatement(Authorization.ENTITY, "Authorizations", Authorization::key),
          new EntityKind<>(
              Tombstone.ENTITY,
              "Tombstones",
              List.of(KeyPart.statement("grant"), KeyPart.last("grantor")),
              parts ->
                  Tombstone.key(StatementId.parse(parts.get(0)), Thumbprint.parse(parts.get(1)))),
          of(
              RetiredHolderKey.ENTITY,
              "RetiredHolderKeys",
              "thumbprint",
              text -> RetiredHolderKey.key(Thumbprint.parse(text))),
          new EntityKind<>(
              Usage.ENTITY,
              "Usages",
              List.of(
                  KeyPart.uscc("grantee"),
                  KeyPart.item(),
                  KeyPart.business(),
                  KeyPart.last("number")),
              parts ->
                  Usage.key(
                      Uscc.parse(parts.get(0)),
                      ServiceItemCode.parse(parts.get(1)),
                      Digest.parse(parts.get(2)),
                      version(parts.get(3)))),
          new EntityKind<>(
              PaperRequest.ENTITY,
              "PaperRequests",
              List.of(
                  KeyPart.uscc("consumer"),
                  KeyPart.item(),
                  KeyPart.business(),
                  KeyPart.last("material")),
              parts ->
                  PaperRequest.key(
                      Uscc.parse(parts.get(0)),
                      ServiceItemCode.parse(parts.get(1)),
                      Digest.parse(parts.get(2)),
                      new Code(parts.get(3)))),
          byStatement(PaperReport.ENTITY, "PaperReports", PaperReport::key),
          byStatement(Dispute.ENTITY, "Disputes", Dispute::key),
          byStatement(Commitment.ENTITY, "Commitments", Commitment::key),
          byStatement(Demand.ENTITY, "Demands", Demand::key),
          of(
              Checkpoint.ENTITY,
              "Checkpoints",
              "city",
              text -> Checkpoint.key(DivisionCode.parse(text))));

  private EntityTable() {}

  /** All kinds; unmodifiable. */
  public static List<EntityKind<?>> all() {
    return ALL;
  }

  /**
   * A kind.
   *
   * @param name the name of one in queries
   * @return empty if there is no such kind
   */
  public static Optional<EntityKind<?>> find(String name) {
    return ALL.stream().filter(kind -> kind.singular().equals(name)).findFirst();
  }

  private static <T extends Entity> EntityKind<T> one(EntityType<T> type, EntityKey<T> key) {
    return new EntityKind<>(type, type.type().getSimpleName(), List.of(), parts -> key);
  }

  private static <T extends Entity> EntityKind<T> of(
      EntityType<T> type, String plural, String part, Function<String, EntityKey<T>> key) {
    return new EntityKind<>(
        type, plural, List.of(KeyPart.last(part)), parts -> key.apply(parts.get(0)));
  }

  private static <T extends Entity> EntityKind<T> byStatement(
      EntityType<T> type, String plural, Function<StatementId, EntityKey<T>> key) {
    return of(type, plural, "id", text -> key.apply(StatementId.parse(text)));
  }

  private static int version(String text) {
    if (!text.matches("[1-9][0-9]{0,4}|0") || Integer.parseInt(text) > MAX_VERSION) {
      throw new IllegalArgumentException("a number of at most five digits");
    }
    return Integer.parseInt(text);
  }
}
