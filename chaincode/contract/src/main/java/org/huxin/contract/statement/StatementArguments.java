// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.statement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.huxin.core.governance.Limits;
import org.huxin.core.id.LedgerId;
import org.huxin.core.jws.Jws;
import org.huxin.core.jws.JwsRefusedException;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.signed.JointStatement;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.signed.StatementRefusedException;
import org.huxin.core.statement.Operation;

/** Reads the arguments of operations, and judges when a statement was signed. */
public final class StatementArguments {
  private StatementArguments() {}

  /**
   * Refuses a wrong number of arguments.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#ARGUMENTS_REFUSED}
   */
  public static void requireCount(List<String> arguments, int min, int max) {
    if (arguments.size() < min || arguments.size() > max) {
      throw new LedgerRefusedException(
          LedgerRefusal.ARGUMENTS_REFUSED,
          Map.of(
              "expected",
              min == max ? Integer.toString(min) : min + " to " + max,
              "argument",
              Integer.toString(arguments.size())));
    }
  }

  /**
   * Reads a JWS.
   *
   * @param index which argument it is, from 0
   * @throws LedgerRefusedException {@link LedgerRefusal#JWS_REFUSED}
   */
  public static Jws jws(List<String> arguments, int index) {
    try {
      return Jws.parse(arguments.get(index));
    } catch (JwsRefusedException e) {
      throw new LedgerRefusedException(
          LedgerRefusal.JWS_REFUSED,
          Map.of("code", e.code().name(), "argument", Integer.toString(index)));
    }
  }

  /**
   * Reads the statement of an operation.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#STATEMENT_TYPE}, {@link
   *     LedgerRefusal#STATEMENT_MALFORMED}, {@link LedgerRefusal#WRONG_LEDGER}, {@link
   *     LedgerRefusal#REPLACES_MISSING}, {@link LedgerRefusal#REPLACES_UNEXPECTED}, {@link
   *     LedgerRefusal#STATEMENT_SIGNATORY}
   */
  public static SignedStatement statement(Jws jws, Operation operation, LedgerId ledger) {
    try {
      SignedStatement statement = SignedStatement.read(jws, ledger);
      requireOperation(statement.statement().operation(), operation);
      return statement;
    } catch (StatementRefusedException e) {
      throw refused(e);
    }
  }

  /**
   * Reads the joint statement of an operation.
   *
   * @throws LedgerRefusedException as {@link #statement}, and {@link
   *     LedgerRefusal#JOINT_NOT_ONE_STATEMENT}
   */
  public static JointStatement joint(List<Jws> signatures, Operation operation, LedgerId ledger) {
    try {
      JointStatement statement = JointStatement.read(signatures, ledger);
      requireOperation(statement.statement().operation(), operation);
      return statement;
    } catch (StatementRefusedException e) {
      throw refused(e);
    }
  }

  /**
   * Refuses a statement that was signed too long ago, or later than now.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#STATEMENT_TOO_OLD}, {@link
   *     LedgerRefusal#STATEMENT_FROM_FUTURE}
   */
  public static void requireAge(Instant issuedAt, Instant committedAt, Limits limits) {
    long age = committedAt.getEpochSecond() - issuedAt.getEpochSecond();
    Map<String, String> evidence =
        Map.of(
            "iat", Long.toString(issuedAt.getEpochSecond()),
            "committedAt", Long.toString(committedAt.getEpochSecond()),
            "limit", Integer.toString(limits.statementAgeSeconds()));
    if (age > limits.statementAgeSeconds()) {
      throw new LedgerRefusedException(LedgerRefusal.STATEMENT_TOO_OLD, evidence);
    }
    // The signer's clock may be as far ahead as the carrier's may be off.
    if (-age > limits.clockSkewSeconds()) {
      throw new LedgerRefusedException(LedgerRefusal.STATEMENT_FROM_FUTURE, evidence);
    }
  }

  private static void requireOperation(Operation found, Operation expected) {
    if (found != expected) {
      throw LedgerRefusedException.of(LedgerRefusal.STATEMENT_TYPE, "typ", found.type().text());
    }
  }

  private static LedgerRefusedException refused(StatementRefusedException e) {
    return new LedgerRefusedException(LedgerRefusal.valueOf(e.code().name()), e.evidence());
  }
}
