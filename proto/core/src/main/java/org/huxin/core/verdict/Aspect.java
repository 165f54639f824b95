// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verdict;

/** What a verdict judges, each by itself (proto/spec/verdict.md, Aspects). */
public enum Aspect {
  /** The document and what is disclosed of it are those of the record. */
  DOCUMENT,
  /** The record is included in a batch on the ledger that is not void. */
  ANCHOR,
  /** The issuer's key and accreditation, for that type and division, then. */
  ISSUER,
  /** The seal's structure, and its status and competence when it sealed. */
  SEAL,
  /** The licence's status as of the legal time asked for. */
  STATUS,
  /** An agreement in force between the issuing and the asking city. */
  RECOGNITION,
  /** Consent, delegation, statutory scope or presentation. */
  AUTHORIZATION,
  /** The age of the view that was asked, against the caller's limit. */
  FRESHNESS
}
