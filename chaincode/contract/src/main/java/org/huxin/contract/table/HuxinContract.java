// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.table;

import java.util.ArrayList;
import java.util.List;
import org.huxin.contract.Contract;
import org.huxin.contract.LedgerOperation;
import org.huxin.contract.OperationTable;
import org.huxin.contract.agreement.AmendAgreementOperation;
import org.huxin.contract.agreement.GiveNoticeOperation;
import org.huxin.contract.agreement.ProposeAgreementOperation;
import org.huxin.contract.agreement.RejectAgreementOperation;
import org.huxin.contract.agreement.ResumeAgreementOperation;
import org.huxin.contract.agreement.SignAgreementOperation;
import org.huxin.contract.agreement.SuspendAgreementOperation;
import org.huxin.contract.authority.AddAuthorityKeyOperation;
import org.huxin.contract.authority.RegisterAuthorityOperation;
import org.huxin.contract.authority.RetireAuthorityKeyOperation;
import org.huxin.contract.authority.UpdateAuthorityOperation;
import org.huxin.contract.authorization.AssistConsentOperation;
import org.huxin.contract.authorization.GrantAuthorizationOperation;
import org.huxin.contract.authorization.RecordPaperRequestOperation;
import org.huxin.contract.authorization.RecordUsageOperation;
import org.huxin.contract.authorization.ReportPaperAskedOperation;
import org.huxin.contract.authorization.RetireHolderKeyOperation;
import org.huxin.contract.authorization.RevokeAuthorizationOperation;
import org.huxin.contract.catalogue.DefineLicenceTypeOperation;
import org.huxin.contract.catalogue.PublishServiceItemOperation;
import org.huxin.contract.checkpoint.PublishCheckpointOperation;
import org.huxin.contract.commitment.MakeCommitmentOperation;
import org.huxin.contract.commitment.SettleCommitmentOperation;
import org.huxin.contract.competence.CloseAccreditationOperation;
import org.huxin.contract.competence.CloseSupervisionOperation;
import org.huxin.contract.competence.CloseUseScopeOperation;
import org.huxin.contract.competence.OpenAccreditationOperation;
import org.huxin.contract.competence.OpenSupervisionOperation;
import org.huxin.contract.competence.OpenUseScopeOperation;
import org.huxin.contract.competence.TransferCompetenceOperation;
import org.huxin.contract.demand.AnswerDemandOperation;
import org.huxin.contract.demand.PostDemandOperation;
import org.huxin.contract.demand.WithdrawDemandOperation;
import org.huxin.contract.dispute.AcceptDisputeOperation;
import org.huxin.contract.dispute.DecideDisputeOperation;
import org.huxin.contract.dispute.EscalateDisputeOperation;
import org.huxin.contract.dispute.FileDisputeOperation;
import org.huxin.contract.dispute.RejectDisputeOperation;
import org.huxin.contract.dispute.WithdrawDisputeOperation;
import org.huxin.contract.governance.AdmitCityOperation;
import org.huxin.contract.governance.FoundOperation;
import org.huxin.contract.governance.RemoveCityOperation;
import org.huxin.contract.governance.RotateGovernorKeyOperation;
import org.huxin.contract.governance.UpdateDivisionsOperation;
import org.huxin.contract.licence.AnchorBatchOperation;
import org.huxin.contract.licence.ChangeLicenceStatusOperation;
import org.huxin.contract.licence.VoidBatchOperation;
import org.huxin.contract.query.EntityQueries;
import org.huxin.contract.seal.CancelSealOperation;
import org.huxin.contract.seal.DisableSealOperation;
import org.huxin.contract.seal.FileSealOperation;
import org.huxin.contract.seal.ReplaceSealOperation;
import org.huxin.contract.seal.RestoreSealOperation;
import org.huxin.contract.verification.CertificateFreeQuery;
import org.huxin.contract.verification.VerifyQuery;

/** The contract with every operation and query: the only list of them. */
public final class HuxinContract {
  private HuxinContract() {}

  /** The contract. */
  public static Contract create() {
    List<LedgerOperation> all = new ArrayList<>();
    all.addAll(governance());
    all.addAll(authorities());
    all.addAll(catalogue());
    all.addAll(competence());
    all.addAll(seals());
    all.addAll(licences());
    all.addAll(agreements());
    all.addAll(authorizations());
    all.addAll(disputes());
    all.addAll(commitments());
    all.addAll(demands());
    all.addAll(checkpoints());
    all.addAll(queries());
    all.addAll(verification());
    return new Contract(OperationTable.of(all));
  }

  private static List<LedgerOperation> governance() {
    return List.of(
        new FoundOperation(),
        new AdmitCityOperation(),
        new RemoveCityOperation(),
        new RotateGovernorKeyOperation(),
        new UpdateDivisionsOperation());
  }

  private static List<LedgerOperation> authorities() {
    return List.of(
        new RegisterAuthorityOperation(),
        new UpdateAuthorityOperation(),
        new AddAuthorityKeyOperation(),
        new RetireAuthorityKeyOperation());
  }

  private static List<LedgerOperation> catalogue() {
    return List.of(new DefineLicenceTypeOperation(), new PublishServiceItemOperation());
  }

  private static List<LedgerOperation> competence() {
    return List.of(
        new OpenAccreditationOperation(),
        new CloseAccreditationOperation(),
        new TransferCompetenceOperation(),
        new OpenSupervisionOperation(),
        new CloseSupervisionOperation(),
        new OpenUseScopeOperation(),
        new CloseUseScopeOperation());
  }

  private static List<LedgerOperation> seals() {
    return List.of(
        new FileSealOperation(),
        new DisableSealOperation(),
        new RestoreSealOperation(),
        new CancelSealOperation(),
        new ReplaceSealOperation());
  }

  private static List<LedgerOperation> licences() {
    return List.of(
        new AnchorBatchOperation(), new VoidBatchOperation(), new ChangeLicenceStatusOperation());
  }

  private static List<LedgerOperation> agreements() {
    return List.of(
        new ProposeAgreementOperation(),
        new SignAgreementOperation(),
        new RejectAgreementOperation(),
        new SuspendAgreementOperation(),
        new ResumeAgreementOperation(),
        new GiveNoticeOperation(),
        new AmendAgreementOperation());
  }

  private static List<LedgerOperation> authorizations() {
    return List.of(
        new GrantAuthorizationOperation(),
        new AssistConsentOperation(),
        new RevokeAuthorizationOperation(),
        new RetireHolderKeyOperation(),
        new RecordUsageOperation(),
        new RecordPaperRequestOperation(),
        new ReportPaperAskedOperation());
  }

  private static List<LedgerOperation> disputes() {
    return List.of(
        new FileDisputeOperation(),
        new AcceptDisputeOperation(),
        new RejectDisputeOperation(),
        new DecideDisputeOperation(),
        new EscalateDisputeOperation(),
        new WithdrawDisputeOperation());
  }

  private static List<LedgerOperation> commitments() {
    return List.of(new MakeCommitmentOperation(), new SettleCommitmentOperation());
  }

  private static List<LedgerOperation> demands() {
    return List.of(
        new PostDemandOperation(), new AnswerDemandOperation(), new WithdrawDemandOperation());
  }

  private static List<LedgerOperation> checkpoints() {
    return List.of(new PublishCheckpointOperation());
  }

  private static List<LedgerOperation> queries() {
    return EntityQueries.all();
  }

  private static List<LedgerOperation> verification() {
    return List.of(new VerifyQuery(), new CertificateFreeQuery());
  }
}
