// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.refusal;

import org.huxin.crypto.refusal.RefusalCode;

/**
 * Why the ledger refuses: a closed list (proto/spec/refusals.md). What they mean and what to do
 * about them, in Chinese and English, is in {@link RefusalTexts}.
 */
public enum LedgerRefusal implements RefusalCode {
  /** No operation or query has that name. */
  OPERATION_UNKNOWN,
  /**
   * Too few or too many arguments, or one of another form. Evidence: {@code expected}, {@code
   * argument}.
   */
  ARGUMENTS_REFUSED,
  /** An argument is no JWS of the profile. Evidence: {@code code}, {@code argument}. */
  JWS_REFUSED,
  /** The JWS asks for another operation. Evidence: {@code typ}. */
  STATEMENT_TYPE,
  /** The payload is not that of the operation. Evidence: {@code code}, {@code at} and more. */
  STATEMENT_MALFORMED,
  /** The statement is meant for another ledger. Evidence: {@code ledger}. */
  WRONG_LEDGER,
  /** The statement changes something that exists, but names no version. */
  REPLACES_MISSING,
  /** The statement names a version where none belongs. */
  REPLACES_UNEXPECTED,
  /** A holder's key signed where an authority must sign, or the other way round. */
  STATEMENT_SIGNATORY,
  /** The joint signatures are not over one payload, or two are of one governor. */
  JOINT_NOT_ONE_STATEMENT,
  /** The ledger has not been founded. */
  LEDGER_NOT_FOUNDED,
  /** The ledger was founded before. */
  LEDGER_ALREADY_FOUNDED,
  /**
   * The configuration is not the one whose digest is the ledger id, or does not hold together.
   * Evidence: {@code code}.
   */
  GENESIS_REFUSED,
  /** The ledger knows no such authority. Evidence: {@code authority}. */
  SIGNER_UNKNOWN,
  /** The authority has no such key. Evidence: {@code kid}. */
  KEY_UNKNOWN,
  /** The key is registered for another use. Evidence: {@code kid}, {@code use}. */
  KEY_USE,
  /** The key was not in force when it signed, or is not now. Evidence: {@code kid}, {@code at}. */
  KEY_NOT_IN_FORCE,
  /** The key is known to be compromised. Evidence: {@code kid}. */
  KEY_COMPROMISED,
  /** The signature is not that of the key. Evidence: {@code kid}. */
  SIGNATURE_INVALID,
  /** A holder's statement came without the attestation of its key. */
  ATTESTATION_MISSING,
  /** The attestation does not hold. Evidence: {@code code}. */
  ATTESTATION_REFUSED,
  /** The holder's key has ended. Evidence: {@code since}. */
  HOLDER_KEY_RETIRED,
  /** A client of another city carried the statement in. Evidence: {@code city}, {@code carrier}. */
  CARRIER_OF_OTHER_CITY,
  /** The city does not share this ledger. Evidence: {@code division}. */
  CITY_NOT_MEMBER,
  /** The authority did not have the role when it signed, or has not now. Evidence: {@code role}. */
  ROLE_NOT_IN_FORCE,
  /** This signer may not do this here. Evidence: {@code required}. */
  NOT_COMPETENT,
  /** Too few governors signed. Evidence: {@code signed}, {@code required}. */
  QUORUM_NOT_REACHED,
  /** The proof that the owner has the key does not hold. Evidence: {@code code}, {@code number}. */
  POSSESSION_REFUSED,
  /** It was signed too long ago. Evidence: {@code iat}, {@code committedAt}, {@code limit}. */
  STATEMENT_TOO_OLD,
  /** It was signed later than now. Evidence: {@code iat}, {@code committedAt}. */
  STATEMENT_FROM_FUTURE,
  /**
   * The transaction's time is too far from the endorser's. Evidence: {@code committedAt}, {@code
   * limit}.
   */
  COMMIT_TIME_NOT_PLAUSIBLE,
  /**
   * The legal date lies before the statement, and may not here, or is out of its bounds. Evidence:
   * {@code effectiveFrom}.
   */
  EFFECTIVE_DATE_NOT_ALLOWED,
  /** The ledger holds no such thing. Evidence: {@code key}. */
  NOT_FOUND,
  /** There is one already. Evidence: {@code key}. */
  ALREADY_EXISTS,
  /**
   * The version that it replaces is not the current one. Evidence: {@code key}, {@code version},
   * {@code replaces}.
   */
  STALE_VERSION,
  /**
   * It changed too often within the greatest age of a statement. Evidence: {@code key}, {@code
   * limit}.
   */
  HISTORY_FULL,
  /** A limit of the ledger is exceeded. Evidence: {@code limit}, {@code value}. */
  LIMIT_EXCEEDED,
  /**
   * No such change from this state, or not by this party. Evidence: {@code from}, {@code action}.
   */
  TRANSITION_NOT_ALLOWED,
  /** This party has no suspension of its own here. */
  NOT_SUSPENDED_BY_PARTY,
  /** This party has suspended already. */
  ALREADY_SUSPENDED_BY_PARTY,
  /** This party has signed already. */
  ALREADY_SIGNED,
  /** Not one of the parties. */
  NOT_A_PARTY,
  /** The window begins later. Evidence: {@code from}. */
  NOT_YET_IN_FORCE,
  /** The window is past. Evidence: {@code until}. */
  NO_LONGER_IN_FORCE,
  /** It was withdrawn. */
  REVOKED,
  /** All uses are used. Evidence: {@code maxUses}. */
  EXHAUSTED,
  /** Only after the due date. Evidence: {@code dueAt}. */
  NOT_YET_DUE,
  /** The deadline is past. Evidence: {@code deadline}. */
  DEADLINE_PASSED,
  /** It was escalated once before. */
  ALREADY_ESCALATED,
  /** A period is open, or overlaps. */
  PERIOD_OVERLAPS,
  /** No period is open. */
  NO_OPEN_PERIOD,

  // Governance, authorities, catalogue and competence.

  /** The city has named no such division. Evidence: {@code division}. */
  DIVISION_UNKNOWN,
  /** Another member has the code or the organisation. Evidence: {@code part}. */
  CITY_CLASHES,
  /** Nobody would be left. */
  LAST_CITY,
  /** The authority belongs to another city. Evidence: {@code authority}, {@code city}. */
  AUTHORITY_OF_OTHER_CITY,
  /** The credit code lies in no member city. Evidence: {@code authority}. */
  AUTHORITY_OUTSIDE_CITIES,
  /** A governor's keys change jointly only. Evidence: {@code authority}. */
  GOVERNOR_KEYS_JOINT,
  /** The authority has, or had, a key of that number. Evidence: {@code kid}. */
  KEY_NUMBER_USED,
  /** The same public key is registered before. Evidence: {@code kid}. */
  KEY_REUSED,
  /** The key ended before, and this says no more. Evidence: {@code kid}. */
  KEY_ALREADY_RETIRED,
  /** The governor would have no key for statements. Evidence: {@code authority}. */
  NO_KEY_LEFT,
  /**
   * The licence type is a state secret: nothing of it may be on the ledger. Evidence: {@code type}.
   */
  TYPE_CLASSIFIED,
  /** A later version takes back that the type is a state secret. Evidence: {@code type}. */
  CLASSIFICATION_LIFTED,
  /**
   * Not whose licences this issuer may answer for: itself, or still competent. Evidence: {@code
   * authority}.
   */
  SUCCESSION_REFUSED,

  // Consent and use, promises, checkpoints.

  /** The use scope is not open, or was not when it was signed. Evidence: {@code scope}. */
  USE_SCOPE_NOT_OPEN,
  /** The use scope allows less, or another authority. Evidence: {@code scope}, {@code member}. */
  OUTSIDE_USE_SCOPE,
  /** The use scope demands the holder's consent. Evidence: {@code scope}. */
  USE_SCOPE_NOT_STATUTORY,
  /** An agent's grant goes beyond what it was granted. Evidence: {@code parent}, {@code member}. */
  WIDER_THAN_PARENT,
  /** The authorization allows less. Evidence: {@code authorization}, {@code member}. */
  OUTSIDE_AUTHORIZATION,
  /**
   * Who recorded the consent, or an authority above or beneath it, would use it. Evidence: {@code
   * grantee}.
   */
  GRANTEE_NOT_INDEPENDENT,
  /**
   * What is sealed for the holder has not the one length that tells nothing. Evidence: {@code use},
   * {@code length}, {@code required}.
   */
  TRAIL_LENGTH,
  /** The checkpoint has no more entries than the last one. Evidence: {@code size}. */
  CHECKPOINT_NOT_NEWER,
  // Batches, licence status, seals and agreements.

  /** One batch stands twice among the arguments. Evidence: {@code argument}. */
  BATCH_NAMED_TWICE,
  /**
   * Some of the batches were anchored before, others not. Evidence: {@code anchored}, {@code
   * batches}.
   */
  BATCHES_PARTLY_ANCHORED,
  /** The key is of another suite than the batch. Evidence: {@code suite}. */
  BATCH_SUITE,
  /** The issuer is not accredited for the type there. Evidence: {@code type}, {@code division}. */
  NOT_ACCREDITED,
  /** The dispute is about another licence. Evidence: {@code dispute}. */
  DISPUTE_OF_OTHER_LICENCE,
  /** The batch is void. */
  BATCH_ALREADY_VOID,
  /** The batch took the place of other licences, which would have no successor. */
  BATCH_SUPERSEDES,
  /** The key was not compromised when it signed. Evidence: {@code kid}. */
  KEY_NOT_COMPROMISED,
  /** A transfer goes to another city. Evidence: {@code destination}. */
  DESTINATION_NOT_ANOTHER_CITY,
  /**
   * No version of the agreement is in force between the two cities for this type. Evidence: {@code
   * agreement}.
   */
  AGREEMENT_DOES_NOT_COVER,
  /**
   * No such entry, struck before, another party's, or not of a compromised key. Evidence: {@code
   * version}.
   */
  ENTRY_NOT_TO_BE_STRUCK,
  /** The owner's word that the seal is its own does not hold. Evidence: {@code code}. */
  SEAL_OWNERSHIP_REFUSED,
  /** The other seal is another owner's. Evidence: {@code seal}. */
  SEAL_OF_OTHER_OWNER,
  /** The seal was cancelled or replaced. Evidence: {@code seal}. */
  SEAL_ENDED,
  /** The digest is not that of the terms that are proposed. Evidence: {@code terms}. */
  TERMS_DIFFER,
  /** The notice is shorter than the ledger allows. Evidence: {@code limit}, {@code value}. */
  NOTICE_TOO_SHORT,
  /** A rule names a division of a city that is no party. Evidence: {@code division}. */
  RULE_OUTSIDE_PARTIES,
  /** The next version leaves out a party that is still a member. Evidence: {@code city}. */
  PARTY_LEFT_OUT
}
