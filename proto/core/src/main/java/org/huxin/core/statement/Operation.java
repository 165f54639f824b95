// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.statement;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huxin.core.jws.JwsType;

/**
 * Every operation that a statement asks for: a closed list, each with its kind of JWS, who signs,
 * and whether the statement names the version that it replaces. {@code Found} has no statement: it
 * brings the genesis configuration, whose digest is the ledger id.
 */
public enum Operation {
  /**
   * A city joins: its governor, keys and divisions. Signed by the governors of the cities that are
   * in.
   */
  ADMIT_CITY("admit-city", Signatory.JOINT, Replaces.YES),
  /** A city leaves. It counts among the cities, but need not sign. */
  REMOVE_CITY("remove-city", Signatory.JOINT, Replaces.YES),
  /**
   * A governor's keys change. What the old keys said stands, but for the statements that are
   * undone.
   */
  ROTATE_GOVERNOR_KEY("rotate-governor-key", Signatory.JOINT, Replaces.YES),
  /** A governor names the divisions beneath its city and the endpoints of its node. */
  UPDATE_DIVISIONS("update-divisions", Signatory.AUTHORITY, Replaces.YES),
  /** A governor registers an authority of its city. */
  REGISTER_AUTHORITY("register-authority", Signatory.AUTHORITY, Replaces.NO),
  /** A governor changes what is registered of an authority of its city, its keys excepted. */
  UPDATE_AUTHORITY("update-authority", Signatory.AUTHORITY, Replaces.YES),
  /** A key is added to an authority. */
  ADD_AUTHORITY_KEY("add-authority-key", Signatory.AUTHORITY, Replaces.YES),
  /** A key ends, and where it was compromised, all that it committed since then. */
  RETIRE_AUTHORITY_KEY("retire-authority-key", Signatory.AUTHORITY, Replaces.NEVER),
  /** A definer defines a licence type, or its next version. */
  DEFINE_LICENCE_TYPE("define-licence-type", Signatory.AUTHORITY, Replaces.MAYBE),
  /** An authority publishes what a service item of its own asks for, or the next version of it. */
  PUBLISH_SERVICE_ITEM("publish-service-item", Signatory.AUTHORITY, Replaces.MAYBE),
  /**
   * An issuer becomes competent for a type in a division; with new seals, the open period ends and
   * another begins.
   */
  OPEN_ACCREDITATION("open-accreditation", Signatory.AUTHORITY, Replaces.MAYBE),
  /** An issuer is no longer competent. */
  CLOSE_ACCREDITATION("close-accreditation", Signatory.AUTHORITY, Replaces.YES),
  /** 一枚印章管审批: competence passes from one issuer to another in one step. */
  TRANSFER_COMPETENCE("transfer-competence", Signatory.AUTHORITY, Replaces.NO),
  /** An authority supervises a type in a division. */
  OPEN_SUPERVISION("open-supervision", Signatory.AUTHORITY, Replaces.MAYBE),
  /** An authority no longer supervises. */
  CLOSE_SUPERVISION("close-supervision", Signatory.AUTHORITY, Replaces.YES),
  /** What an authority may ask for, in public. The scope is named by the id of this statement. */
  OPEN_USE_SCOPE("open-use-scope", Signatory.AUTHORITY, Replaces.NO),
  /** A use scope ends. */
  CLOSE_USE_SCOPE("close-use-scope", Signatory.AUTHORITY, Replaces.YES),
  /** A maker files a seal. The owner's JWS says that it is its own. */
  FILE_SEAL("file-seal", Signatory.AUTHORITY, Replaces.NO),
  /** 停用: a seal may not seal for the time being. */
  DISABLE_SEAL("disable-seal", Signatory.AUTHORITY, Replaces.NEVER),
  /** 恢复: a disabled seal may seal again. */
  RESTORE_SEAL("restore-seal", Signatory.AUTHORITY, Replaces.YES),
  /** 注销: a seal ends. */
  CANCEL_SEAL("cancel-seal", Signatory.AUTHORITY, Replaces.NEVER),
  /** 更换: another seal takes its place. */
  REPLACE_SEAL("replace-seal", Signatory.AUTHORITY, Replaces.YES),
  /**
   * An issuer anchors a batch of licences: the Merkle root of their records. The batch is named by
   * the id of this statement.
   */
  ANCHOR_BATCH("anchor-batch", Signatory.AUTHORITY, Replaces.NO),
  /** A batch is void, and so is every licence in it. */
  VOID_BATCH("void-batch", Signatory.AUTHORITY, Replaces.NEVER),
  /** The status of licences of one issuer, type and division changes: all of them or none. */
  CHANGE_LICENCE_STATUS("change-licence-status", Signatory.AUTHORITY, Replaces.EACH),
  /** A governor proposes an agreement, which is named by the id of this statement. */
  PROPOSE_AGREEMENT("propose-agreement", Signatory.AUTHORITY, Replaces.NO),
  /**
   * A governor proposes the next version of an agreement; the old one holds until every party
   * signed.
   */
  AMEND_AGREEMENT("amend-agreement", Signatory.AUTHORITY, Replaces.YES),
  /** A governor signs a version of an agreement: the digest of its terms. */
  SIGN_AGREEMENT("sign-agreement", Signatory.AUTHORITY, Replaces.NO),
  /** A governor rejects a version that is proposed. */
  REJECT_AGREEMENT("reject-agreement", Signatory.AUTHORITY, Replaces.NO),
  /** A party suspends: the rules into and out of it rest. */
  SUSPEND_AGREEMENT("suspend-agreement", Signatory.AUTHORITY, Replaces.NEVER),
  /** A party resumes what it suspended. */
  RESUME_AGREEMENT("resume-agreement", Signatory.AUTHORITY, Replaces.YES),
  /** A party gives notice. */
  GIVE_NOTICE("give-notice", Signatory.AUTHORITY, Replaces.NEVER),
  /** A holder grants, or an agent passes on what was granted to it. */
  GRANT_AUTHORIZATION("grant-authorization", Signatory.HOLDER, Replaces.NO),
  /**
   * An identity provider records the consent of a person without a device: one use, a day at most.
   */
  ASSIST_CONSENT("assist-consent", Signatory.AUTHORITY, Replaces.NO),
  /** A grantor withdraws, delegations with it; before the grant arrives, too. */
  REVOKE_AUTHORIZATION("revoke-authorization", Signatory.HOLDER, Replaces.NEVER),
  /** A holder's key ends: by itself, its successor, or the identity provider. */
  RETIRE_HOLDER_KEY("retire-holder-key", Signatory.HOLDER, Replaces.NEVER),
  /** A consumer records a use. Append-only. */
  RECORD_USAGE("record-usage", Signatory.AUTHORITY, Replaces.NO),
  /** A consumer records that it asked for a paper, and the check that it made before. */
  RECORD_PAPER_REQUEST("record-paper-request", Signatory.AUTHORITY, Replaces.NO),
  /**
   * A holder or an auditor reports a paper that was asked for although the check said otherwise.
   */
  REPORT_PAPER_ASKED("report-paper-asked", Signatory.HOLDER, Replaces.NO),
  /** A dispute about fields of a licence. It is named by the id of this statement. */
  FILE_DISPUTE("file-dispute", Signatory.HOLDER, Replaces.NO),
  /** The issuer takes it up: the licence is flagged. */
  ACCEPT_DISPUTE("accept-dispute", Signatory.AUTHORITY, Replaces.YES),
  /** The issuer does not take it up. */
  REJECT_DISPUTE("reject-dispute", Signatory.AUTHORITY, Replaces.YES),
  /** The issuer, or after an escalation the supervisor, decides. */
  DECIDE_DISPUTE("decide-dispute", Signatory.AUTHORITY, Replaces.YES),
  /** The raiser takes a dismissed dispute to the supervisor, once. */
  ESCALATE_DISPUTE("escalate-dispute", Signatory.HOLDER, Replaces.YES),
  /** The raiser withdraws. */
  WITHDRAW_DISPUTE("withdraw-dispute", Signatory.HOLDER, Replaces.NEVER),
  /** An authority accepts a promise. It is named by the id of this statement. */
  MAKE_COMMITMENT("make-commitment", Signatory.AUTHORITY, Replaces.NO),
  /** A promise ends. */
  SETTLE_COMMITMENT("settle-commitment", Signatory.AUTHORITY, Replaces.YES),
  /** A consumer asks for licence data. The demand is named by the id of this statement. */
  POST_DEMAND("post-demand", Signatory.AUTHORITY, Replaces.NO),
  /** The type's issuer, or its city's governor, answers. */
  ANSWER_DEMAND("answer-demand", Signatory.AUTHORITY, Replaces.YES),
  /** The demander withdraws. */
  WITHDRAW_DEMAND("withdraw-demand", Signatory.AUTHORITY, Replaces.NEVER),
  /** A city's node publishes a checkpoint of its log, cosigned by others. */
  PUBLISH_CHECKPOINT("publish-checkpoint", Signatory.AUTHORITY, Replaces.MAYBE);

  /** Who signs a statement. */
  public enum Signatory {
    /** One authority with one of its keys. */
    AUTHORITY,
    /** A holder with an attested key; for some operations an authority, too. */
    HOLDER,
    /** Governors together, one JWS each over one payload. */
    JOINT
  }

  /** Whether a statement names the state version that it replaces. */
  public enum Replaces {
    /** It creates something. */
    NO,
    /** It changes something that exists. */
    YES,
    /** It creates something, or changes what exists. */
    MAYBE,
    /** It only takes away, and so never goes stale. */
    NEVER,
    /** Each of its entries says so for itself. */
    EACH
  }

  private static final Map<JwsType, Operation> BY_TYPE =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Operation::type, each -> each));

  private final String label;
  private final JwsType type;
  private final Signatory signatory;
  private final Replaces replaces;

  Operation(String label, Signatory signatory, Replaces replaces) {
    this.label = label;
    this.type = new JwsType("huxin-" + label + "+jws");
    this.signatory = signatory;
    this.replaces = replaces;
  }

  /** The name in kebab case. */
  public String label() {
    return label;
  }

  /** The kind of JWS that says it: {@code huxin-LABEL+jws}. */
  public JwsType type() {
    return type;
  }

  /** Who signs. */
  public Signatory signatory() {
    return signatory;
  }

  /** Whether the statement names the version that it replaces. */
  public Replaces replaces() {
    return replaces;
  }

  /** The operation that a kind of JWS asks for, or empty if it asks for none. */
  public static Optional<Operation> ofType(JwsType type) {
    return Optional.ofNullable(BY_TYPE.get(type));
  }
}
