// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.catalogue;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.statement.StatementCase;
import org.huxin.core.authority.Role;
import org.huxin.core.catalogue.DefineLicenceType;
import org.huxin.core.catalogue.LicenceType;
import org.huxin.core.id.Uscc;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.History;
import org.huxin.core.ledger.Revision;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.statement.Operation;

/**
 * A definer defines a licence type whose code begins with its own credit code, or the next version
 * of it. National codes, whose definers are not on the ledger, come with the genesis configuration
 * alone. A type that is a state secret stays one.
 *
 * <p>Writes the version, and in the one before it when it is replaced.
 *
 * <ul>
 *   <li>{@code ROLE_NOT_IN_FORCE}: not a definer
 *   <li>{@code NOT_COMPETENT}: somebody else's code
 *   <li>{@code ALREADY_EXISTS}: the version is defined
 *   <li>{@code NOT_FOUND}: the version before it is not
 *   <li>{@code STALE_VERSION}: another version of that entity
 *   <li>{@code EFFECTIVE_DATE_NOT_ALLOWED}: before the statement, or the version before it
 *   <li>{@code CLASSIFICATION_LIFTED}: the version before it is a state secret
 * </ul>
 */
public final class DefineLicenceTypeOperation
    extends CatalogueOperation<DefineLicenceType, LicenceType> {
  /** The operation. */
  public DefineLicenceTypeOperation() {
    super(
        Operation.DEFINE_LICENCE_TYPE,
        DefineLicenceType.class,
        Set.of(LedgerRefusal.ROLE_NOT_IN_FORCE, LedgerRefusal.CLASSIFICATION_LIFTED));
  }

  @Override
  void requireSigner(StatementCase<DefineLicenceType> statementCase) {
    var unused = statementCase.requireRole(Role.DEFINER);
  }

  @Override
  Uscc owner(DefineLicenceType statement) {
    return statement.type().definer();
  }

  @Override
  int version(DefineLicenceType statement) {
    return statement.version();
  }

  @Override
  Instant effectiveFrom(DefineLicenceType statement) {
    return statement.effectiveFrom();
  }

  @Override
  EntityKey<LicenceType> key(DefineLicenceType statement, int version) {
    return LicenceType.key(statement.type(), version);
  }

  @Override
  LicenceType begin(DefineLicenceType statement, Revision revision) {
    return new LicenceType(statement, Optional.empty(), History.begin(revision));
  }

  @Override
  Instant effectiveFrom(LicenceType entity) {
    return entity.definition().effectiveFrom();
  }

  @Override
  LicenceType replaced(LicenceType previous, DefineLicenceType statement, Revision revision) {
    if (previous.definition().classified() && !statement.classified()) {
      throw LedgerRefusedException.of(
          LedgerRefusal.CLASSIFICATION_LIFTED, "type", statement.type());
    }
    return new LicenceType(
        previous.definition(),
        Optional.of(statement.effectiveFrom()),
        previous.history().append(revision));
  }
}
