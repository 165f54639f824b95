// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.seal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.TransactionContext;
import org.huxin.contract.statement.Signer;
import org.huxin.contract.statement.SignerCheck;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.authority.Role;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.holder.SealOwnership;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.StatementId;
import org.huxin.core.jws.Jws;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.History;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.seal.FileSeal;
import org.huxin.core.seal.PastSealEvent;
import org.huxin.core.seal.Seal;
import org.huxin.core.seal.SealChange;
import org.huxin.core.seal.SealEvent;
import org.huxin.core.seal.SealStatus;
import org.huxin.core.statement.FactKind;
import org.huxin.core.statement.Operation;

/**
 * 备案: a seal maker files a seal, with what had happened to it before. The owner's own JWS says that
 * this seal of this structure is its own, signed with a key that was in force then and is now. Past
 * events stand in the order of their legal dates, none after the statement, and follow one another
 * as the life cycle has them. Its own refusals:
 *
 * <ul>
 *   <li>{@code ROLE_NOT_IN_FORCE}: the signer is no seal maker
 *   <li>{@code ALREADY_EXISTS}: the seal is filed
 *   <li>{@code SEAL_OWNERSHIP_REFUSED}: the owner's JWS is of another kind, ledger, owner, seal or
 *       structure, or from the future
 *   <li>{@code SIGNER_UNKNOWN}, {@code KEY_UNKNOWN}, {@code KEY_NOT_IN_FORCE} and the like: the
 *       owner's key
 *   <li>{@code EFFECTIVE_DATE_NOT_ALLOWED}: a past event is not past, or out of order
 *   <li>{@code TRANSITION_NOT_ALLOWED}: a past event cannot follow the one before
 * </ul>
 */
public final class FileSealOperation extends StatementOperation<FileSeal> {
  /** The operation. */
  public FileSealOperation() {
    super(
        Operation.FILE_SEAL,
        FileSeal.class,
        Set.of(
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.ALREADY_EXISTS,
            LedgerRefusal.SEAL_OWNERSHIP_REFUSED,
            LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
            LedgerRefusal.TRANSITION_NOT_ALLOWED));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, FileSeal statement) {
    return List.of(Seal.key(statement.seal()));
  }

  @Override
  protected void decide(StatementCase<FileSeal> statementCase) {
    FileSeal filed = statementCase.statement();
    Signer.OfAuthority maker = statementCase.requireRole(Role.SEAL_MAKER);
    EntityKey<Seal> key = Seal.key(filed.seal());
    statementCase.draft().requireAbsent(key);
    requireOwnership(statementCase, maker);
    requirePast(statementCase);
    SealEvent event =
        new SealEvent(
            SealChange.FILED,
            filed.inForceFrom(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            maker.key(),
            statementCase.committedAt(),
            statementCase.id());
    statementCase.draft().put(key, new Seal(filed, maker.authority().uscc(), History.begin(event)));
  }

  private static void requireOwnership(
      StatementCase<FileSeal> statementCase, Signer.OfAuthority maker) {
    FileSeal filed = statementCase.statement();
    Jws jws = filed.ownership();
    if (!jws.type().equals(FactKind.SEAL_OWNERSHIP.type())) {
      throw ownershipRefused("FACT_TYPE");
    }
    if (!(jws.keyId() instanceof KeyId.OfAuthority key) || !key.authority().equals(filed.owner())) {
      throw ownershipRefused("OTHER_OWNER");
    }
    SealOwnership ownership = read(jws);
    if (!ownership.ledger().equals(statementCase.head().ledger())) {
      throw ownershipRefused("FACT_WRONG_LEDGER");
    }
    boolean same =
        ownership.seal().equals(filed.seal()) && ownership.structure().equals(filed.structure());
    if (!same) {
      throw ownershipRefused("OTHER_SEAL");
    }
    if (ownership.iat().isAfter(statementCase.issuedAt())) {
      throw ownershipRefused("FACT_NOT_IN_FORCE");
    }
    TransactionContext context =
        new TransactionContext(
            statementCase.committedAt(), maker.city().msp(), statementCase.head().ledger());
    Signer.OfAuthority unused =
        new SignerCheck(statementCase.draft(), statementCase.membership(), context)
            .authority(jws, key, ownership.iat());
  }

  private static SealOwnership read(Jws jws) {
    try {
      return SealOwnership.CODEC.decode(jws.payload());
    } catch (DecodeRefusedException e) {
      throw ownershipRefused("FACT_MALFORMED");
    }
  }

  private static LedgerRefusedException ownershipRefused(String code) {
    return new LedgerRefusedException(LedgerRefusal.SEAL_OWNERSHIP_REFUSED, Map.of("code", code));
  }

  private static void requirePast(StatementCase<FileSeal> statementCase) {
    SealStatus status = SealStatus.ACTIVE;
    Optional<Instant> last = Optional.empty();
    for (PastSealEvent past : statementCase.statement().past()) {
      Instant date = past.effectiveFrom();
      boolean outOfOrder = last.isPresent() && date.isBefore(last.get());
      if (outOfOrder || date.isAfter(statementCase.issuedAt())) {
        throw SealCase.dateRefused("effectiveFrom", date);
      }
      status = status.after(past.action());
      last = Optional.of(date);
    }
  }
}
