// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.policy;

import org.huxin.crypto.refusal.RefusalCode;

/** Why a text is no policy, or a policy has no text. */
public enum PolicyTextRefusal implements RefusalCode {
  /** Longer than {@value SignaturePolicyText#MAX_LENGTH} characters. Evidence: {@code length}. */
  POLICY_TEXT_TOO_LONG,
  /** Gates in more than {@value SignaturePolicyText#MAX_DEPTH} others. Evidence: {@code at}. */
  POLICY_TEXT_TOO_DEEP,
  /** No gate, or something else where a gate, an argument or the end should be. */
  POLICY_TEXT_SYNTAX,
  /** A gate asks for more than one beyond what it has, or it has nothing. */
  POLICY_TEXT_COUNT,
  /** No MSP id and role, such as {@code 'OrdosMSP.peer'}. */
  POLICY_TEXT_PRINCIPAL,
  /** The policy names principals other than an MSP's roles, or is no gate. */
  POLICY_WITHOUT_TEXT
}
