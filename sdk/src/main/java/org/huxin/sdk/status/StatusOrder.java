// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.status;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.licence.StatusAction;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.statement.Code;
import org.huxin.crypto.digest.Digest;

/**
 * What is to happen to licences by one decision.
 *
 * <pre>{@code
 * StatusOrder order = StatusOrder.suspend(new Code("INSPECTION"), digestOfDecision, licence);
 * }</pre>
 *
 * @param action what
 * @param reason why, from the list of the trade
 * @param basis digest of the decision, the document that says so
 * @param effectiveFrom its legal date, in whole seconds; empty for when the statement is signed.
 *     Only a withdrawal may reach back
 * @param destination where a transfer goes; only to transfer out
 * @param agreement under which agreement a transfer is closed; only to close
 * @param targets to which; at least one; unmodifiable
 */
public record StatusOrder(
    StatusAction action,
    Code reason,
    Digest basis,
    Optional<Instant> effectiveFrom,
    Optional<DivisionCode> destination,
    Optional<StatementId> agreement,
    List<StatusTarget> targets) {
  /**
   * An order.
   *
   * @throws IllegalArgumentException if it names no licence
   */
  public StatusOrder {
    targets = List.copyOf(targets);
    if (targets.isEmpty()) {
      throw new IllegalArgumentException("an order is about a licence");
    }
  }

  private static StatusOrder of(
      StatusAction action, Code reason, Digest basis, LicenceRef... licences) {
    return new StatusOrder(
        action,
        reason,
        basis,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Arrays.stream(licences).map(StatusTarget::of).toList());
  }

  /** 暂扣: by the issuer or a supervisor. */
  public static StatusOrder suspend(Code reason, Digest basis, LicenceRef... licences) {
    return of(StatusAction.SUSPEND, reason, basis, licences);
  }

  /** 发还: by whoever suspended. */
  public static StatusOrder resume(Code reason, Digest basis, LicenceRef... licences) {
    return of(StatusAction.RESUME, reason, basis, licences);
  }

  /** 撤销, by the issuer or its superior: unlawfully issued. */
  public static StatusOrder withdraw(Code reason, Digest basis, LicenceRef... licences) {
    return of(StatusAction.WITHDRAW, reason, basis, licences);
  }

  /** 吊销, by a supervisor: a penalty. */
  public static StatusOrder revoke(Code reason, Digest basis, LicenceRef... licences) {
    return of(StatusAction.REVOKE, reason, basis, licences);
  }

  /** 注销, by the issuer. */
  public static StatusOrder cancel(Code reason, Digest basis, LicenceRef... licences) {
    return of(StatusAction.CANCEL, reason, basis, licences);
  }

  /** 办理转出, by the issuer: to another city. */
  public static StatusOrder transferOut(
      DivisionCode destination, Code reason, Digest basis, LicenceRef... licences) {
    StatusOrder order = of(StatusAction.TRANSFER_OUT, reason, basis, licences);
    return new StatusOrder(
        order.action(),
        reason,
        basis,
        Optional.empty(),
        Optional.of(destination),
        Optional.empty(),
        order.targets());
  }

  /** 取消办理转出, by the issuer: the licence stays. */
  public static StatusOrder transferBack(Code reason, Digest basis, LicenceRef... licences) {
    return of(StatusAction.CANCEL_TRANSFER_OUT, reason, basis, licences);
  }

  /** By an issuer at the destination: it has taken the licence over. */
  public static StatusOrder close(
      StatementId agreement, Code reason, Digest basis, LicenceRef... licences) {
    StatusOrder order = of(StatusAction.CLOSE, reason, basis, licences);
    return new StatusOrder(
        order.action(),
        reason,
        basis,
        Optional.empty(),
        Optional.empty(),
        Optional.of(agreement),
        order.targets());
  }

  /**
   * By whose compromised key it was entered, with a key that is good: an entry is struck out.
   *
   * @param version the version of the licence's status whose entry it is
   */
  public static StatusOrder annul(Code reason, Digest basis, LicenceRef licence, int version) {
    return new StatusOrder(
        StatusAction.ANNUL,
        reason,
        basis,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(new StatusTarget(licence, Optional.empty(), Optional.of(version))));
  }

  /** With a legal date of its own, in whole seconds. */
  public StatusOrder effectiveFrom(Instant date) {
    return new StatusOrder(
        action, reason, basis, Optional.of(date), destination, agreement, targets);
  }

  /** About other licences, or the same as they were seen. */
  public StatusOrder about(List<StatusTarget> others) {
    return new StatusOrder(action, reason, basis, effectiveFrom, destination, agreement, others);
  }
}
