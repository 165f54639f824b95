// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.signed;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.huxin.core.agreement.AmendAgreement;
import org.huxin.core.agreement.GiveNotice;
import org.huxin.core.agreement.ProposeAgreement;
import org.huxin.core.agreement.RejectAgreement;
import org.huxin.core.agreement.ResumeAgreement;
import org.huxin.core.agreement.SignAgreement;
import org.huxin.core.agreement.SuspendAgreement;
import org.huxin.core.authority.AddAuthorityKey;
import org.huxin.core.authority.RegisterAuthority;
import org.huxin.core.authority.RetireAuthorityKey;
import org.huxin.core.authority.UpdateAuthority;
import org.huxin.core.authorization.AssistConsent;
import org.huxin.core.authorization.GrantAuthorization;
import org.huxin.core.authorization.RecordPaperRequest;
import org.huxin.core.authorization.RecordUsage;
import org.huxin.core.authorization.ReportPaperAsked;
import org.huxin.core.authorization.RetireHolderKey;
import org.huxin.core.authorization.RevokeAuthorization;
import org.huxin.core.catalogue.DefineLicenceType;
import org.huxin.core.catalogue.PublishServiceItem;
import org.huxin.core.checkpoint.PublishCheckpoint;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.commitment.MakeCommitment;
import org.huxin.core.commitment.SettleCommitment;
import org.huxin.core.competence.CloseAccreditation;
import org.huxin.core.competence.CloseSupervision;
import org.huxin.core.competence.CloseUseScope;
import org.huxin.core.competence.OpenAccreditation;
import org.huxin.core.competence.OpenSupervision;
import org.huxin.core.competence.OpenUseScope;
import org.huxin.core.competence.TransferCompetence;
import org.huxin.core.demand.AnswerDemand;
import org.huxin.core.demand.PostDemand;
import org.huxin.core.demand.WithdrawDemand;
import org.huxin.core.dispute.AcceptDispute;
import org.huxin.core.dispute.DecideDispute;
import org.huxin.core.dispute.EscalateDispute;
import org.huxin.core.dispute.FileDispute;
import org.huxin.core.dispute.RejectDispute;
import org.huxin.core.dispute.WithdrawDispute;
import org.huxin.core.governance.AdmitCity;
import org.huxin.core.governance.RemoveCity;
import org.huxin.core.governance.RotateGovernorKey;
import org.huxin.core.governance.UpdateDivisions;
import org.huxin.core.licence.AnchorBatch;
import org.huxin.core.licence.ChangeLicenceStatus;
import org.huxin.core.licence.VoidBatch;
import org.huxin.core.seal.CancelSeal;
import org.huxin.core.seal.DisableSeal;
import org.huxin.core.seal.FileSeal;
import org.huxin.core.seal.ReplaceSeal;
import org.huxin.core.seal.RestoreSeal;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;

/** Which record says which operation: the one table. */
public final class StatementCodecs {
  /**
   * An operation's record and codec.
   *
   * @param operation the operation
   * @param type the record
   * @param codec its codec
   * @param <S> the record's type
   */
  public record Entry<S extends Statement>(
      Operation operation, Class<S> type, ObjectCodec<S> codec) {}

  private static final List<Entry<?>> ENTRIES =
      List.of(
          entry(Operation.ADMIT_CITY, AdmitCity.class, AdmitCity.CODEC),
          entry(Operation.REMOVE_CITY, RemoveCity.class, RemoveCity.CODEC),
          entry(Operation.ROTATE_GOVERNOR_KEY, RotateGovernorKey.class, RotateGovernorKey.CODEC),
          entry(Operation.UPDATE_DIVISIONS, UpdateDivisions.class, UpdateDivisions.CODEC),
          entry(Operation.REGISTER_AUTHORITY, RegisterAuthority.class, RegisterAuthority.CODEC),
          entry(Operation.UPDATE_AUTHORITY, UpdateAuthority.class, UpdateAuthority.CODEC),
          entry(Operation.ADD_AUTHORITY_KEY, AddAuthorityKey.class, AddAuthorityKey.CODEC),
          entry(Operation.RETIRE_AUTHORITY_KEY, RetireAuthorityKey.class, RetireAuthorityKey.CODEC),
          entry(Operation.DEFINE_LICENCE_TYPE, DefineLicenceType.class, DefineLicenceType.CODEC),
          entry(Operation.PUBLISH_SERVICE_ITEM, PublishServiceItem.class, PublishServiceItem.CODEC),
          entry(Operation.OPEN_ACCREDITATION, OpenAccreditation.class, OpenAccreditation.CODEC),
          entry(Operation.CLOSE_ACCREDITATION, CloseAccreditation.class, CloseAccreditation.CODEC),
          entry(Operation.TRANSFER_COMPETENCE, TransferCompetence.class, TransferCompetence.CODEC),
          entry(Operation.OPEN_SUPERVISION, OpenSupervision.class, OpenSupervision.CODEC),
          entry(Operation.CLOSE_SUPERVISION, CloseSupervision.class, CloseSupervision.CODEC),
          entry(Operation.OPEN_USE_SCOPE, OpenUseScope.class, OpenUseScope.CODEC),
          entry(Operation.CLOSE_USE_SCOPE, CloseUseScope.class, CloseUseScope.CODEC),
          entry(Operation.FILE_SEAL, FileSeal.class, FileSeal.CODEC),
          entry(Operation.DISABLE_SEAL, DisableSeal.class, DisableSeal.CODEC),
          entry(Operation.RESTORE_SEAL, RestoreSeal.class, RestoreSeal.CODEC),
          entry(Operation.CANCEL_SEAL, CancelSeal.class, CancelSeal.CODEC),
          entry(Operation.REPLACE_SEAL, ReplaceSeal.class, ReplaceSeal.CODEC),
          entry(Operation.ANCHOR_BATCH, AnchorBatch.class, AnchorBatch.CODEC),
          entry(Operation.VOID_BATCH, VoidBatch.class, VoidBatch.CODEC),
          entry(
              Operation.CHANGE_LICENCE_STATUS,
              ChangeLicenceStatus.class,
              ChangeLicenceStatus.CODEC),
          entry(Operation.PROPOSE_AGREEMENT, ProposeAgreement.class, ProposeAgreement.CODEC),
          entry(Operation.AMEND_AGREEMENT, AmendAgreement.class, AmendAgreement.CODEC),
          entry(Operation.SIGN_AGREEMENT, SignAgreement.class, SignAgreement.CODEC),
          entry(Operation.REJECT_AGREEMENT, RejectAgreement.class, RejectAgreement.CODEC),
          entry(Operation.SUSPEND_AGREEMENT, SuspendAgreement.class, SuspendAgreement.CODEC),
          entry(Operation.RESUME_AGREEMENT, ResumeAgreement.class, ResumeAgreement.CODEC),
          entry(Operation.GIVE_NOTICE, GiveNotice.class, GiveNotice.CODEC),
          entry(Operation.GRANT_AUTHORIZATION, GrantAuthorization.class, GrantAuthorization.CODEC),
          entry(Operation.ASSIST_CONSENT, AssistConsent.class, AssistConsent.CODEC),
          entry(
              Operation.REVOKE_AUTHORIZATION, RevokeAuthorization.class, RevokeAuthorization.CODEC),
          entry(Operation.RETIRE_HOLDER_KEY, RetireHolderKey.class, RetireHolderKey.CODEC),
          entry(Operation.RECORD_USAGE, RecordUsage.class, RecordUsage.CODEC),
          entry(Operation.RECORD_PAPER_REQUEST, RecordPaperRequest.class, RecordPaperRequest.CODEC),
          entry(Operation.REPORT_PAPER_ASKED, ReportPaperAsked.class, ReportPaperAsked.CODEC),
          entry(Operation.FILE_DISPUTE, FileDispute.class, FileDispute.CODEC),
          entry(Operation.ACCEPT_DISPUTE, AcceptDispute.class, AcceptDispute.CODEC),
          entry(Operation.REJECT_DISPUTE, RejectDispute.class, RejectDispute.CODEC),
          entry(Operation.DECIDE_DISPUTE, DecideDispute.class, DecideDispute.CODEC),
          entry(Operation.ESCALATE_DISPUTE, EscalateDispute.class, EscalateDispute.CODEC),
          entry(Operation.WITHDRAW_DISPUTE, WithdrawDispute.class, WithdrawDispute.CODEC),
          entry(Operation.MAKE_COMMITMENT, MakeCommitment.class, MakeCommitment.CODEC),
          entry(Operation.SETTLE_COMMITMENT, SettleCommitment.class, SettleCommitment.CODEC),
          entry(Operation.POST_DEMAND, PostDemand.class, PostDemand.CODEC),
          entry(Operation.ANSWER_DEMAND, AnswerDemand.class, AnswerDemand.CODEC),
          entry(Operation.WITHDRAW_DEMAND, WithdrawDemand.class, WithdrawDemand.CODEC),
          entry(Operation.PUBLISH_CHECKPOINT, PublishCheckpoint.class, PublishCheckpoint.CODEC));

  private static final Map<Operation, Entry<?>> BY_OPERATION = byOperation();

  private StatementCodecs() {}

  private static <S extends Statement> Entry<S> entry(
      Operation operation, Class<S> type, ObjectCodec<S> codec) {
    return new Entry<>(operation, type, codec);
  }

  private static Map<Operation, Entry<?>> byOperation() {
    Map<Operation, Entry<?>> map = new EnumMap<>(Operation.class);
    for (Entry<?> entry : ENTRIES) {
      map.put(entry.operation(), entry);
    }
    return map;
  }

  /** All entries, one for each operation, in the order of the table. */
  public static List<Entry<?>> all() {
    return ENTRIES;
  }

  /** The entry of an operation. */
  public static Entry<?> of(Operation operation) {
    Entry<?> entry = BY_OPERATION.get(operation);
    if (entry == null) {
      throw new IllegalStateException("no record for " + operation);
    }
    return entry;
  }
}
