// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.statement;

import org.huxin.core.jws.JwsType;

/**
 * The kinds of JWS that ask for no operation: with the operations, the closed list of all kinds.
 */
public enum FactKind {
  /** The owner of a key has it. */
  KEY_POSSESSION("key-possession"),
  /** A seal is its owner's. */
  SEAL_OWNERSHIP("seal-ownership"),
  /** Who holds a key: 一次注册、多点互认. */
  ATTESTATION("attestation"),
  /** 亮证: a holder presents a licence. */
  PRESENTATION("presentation"),
  /** A consumer asks a holder for consent. */
  CONSENT_REQUEST("consent-request"),
  /** A consumer asks an issuer's city for proofs. */
  PROOF_REQUEST("proof-request"),
  /** A node says what it answered. */
  RECEIPT("receipt");

  private final String label;

  FactKind(String label) {
    this.label = label;
  }

  /** The kind of JWS: {@code huxin-LABEL+jws}. */
  public JwsType type() {
    return new JwsType("huxin-" + label + "+jws");
  }
}
