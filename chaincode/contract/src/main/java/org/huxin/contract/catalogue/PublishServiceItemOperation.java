// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.catalogue;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.huxin.core.catalogue.PublishServiceItem;
import org.huxin.core.catalogue.ServiceItem;
import org.huxin.core.id.Uscc;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.History;
import org.huxin.core.ledger.Revision;
import org.huxin.core.statement.Operation;

/**
 * An authority, whatever its roles, publishes what a service item asks for whose code begins with
 * its own credit code, or the next version of it. The licence types of its materials are not looked
 * up: a material of a type that nobody defines is never satisfied.
 *
 * <p>Writes the version, and in the one before it when it is replaced.
 *
 * <ul>
 *   <li>{@code NOT_COMPETENT}: somebody else's code
 *   <li>{@code ALREADY_EXISTS}: the version is published
 *   <li>{@code NOT_FOUND}: the version before it is not
 *   <li>{@code STALE_VERSION}: another version of that entity
 *   <li>{@code EFFECTIVE_DATE_NOT_ALLOWED}: before the statement, or the version before it
 * </ul>
 */
public final class PublishServiceItemOperation
    extends CatalogueOperation<PublishServiceItem, ServiceItem> {
  /** The operation. */
  public PublishServiceItemOperation() {
    super(Operation.PUBLISH_SERVICE_ITEM, PublishServiceItem.class, Set.of());
  }

  @Override
  Uscc owner(PublishServiceItem statement) {
    return statement.item().owner();
  }

  @Override
  int version(PublishServiceItem statement) {
    return statement.version();
  }

  @Override
  Instant effectiveFrom(PublishServiceItem statement) {
    return statement.effectiveFrom();
  }

  @Override
  EntityKey<ServiceItem> key(PublishServiceItem statement, int version) {
    return ServiceItem.key(statement.item(), version);
  }

  @Override
  ServiceItem begin(PublishServiceItem statement, Revision revision) {
    return new ServiceItem(statement, Optional.empty(), History.begin(revision));
  }

  @Override
  Instant effectiveFrom(ServiceItem entity) {
    return entity.definition().effectiveFrom();
  }

  @Override
  ServiceItem replaced(ServiceItem previous, PublishServiceItem statement, Revision revision) {
    return new ServiceItem(
        previous.definition(),
        Optional.of(statement.effectiveFrom()),
        previous.history().append(revision));
  }
}
