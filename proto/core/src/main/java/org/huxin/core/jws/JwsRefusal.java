// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.jws;

import org.huxin.crypto.refusal.RefusalCode;

/** Why a text is no JWS of the profile, or not this key's (proto/spec/jws.md, Refusals). */
public enum JwsRefusal implements RefusalCode {
  /** Longer than the limit. Evidence: {@code size}, {@code limit}. */
  JWS_TOO_LARGE,
  /** Not three parts. Evidence: {@code parts}. */
  JWS_PARTS,
  /** A part is not canonical base64url. Evidence: {@code part}. */
  JWS_BASE64,
  /** The header is not exactly alg, kid and typ in canonical JSON. Evidence: {@code code}. */
  JWS_HEADER,
  /** An {@code alg} that no suite has. */
  JWS_ALGORITHM,
  /** A {@code typ} that is not of the form huxin-…+jws. */
  JWS_TYPE,
  /** A {@code kid} that names neither an authority's key nor a holder's. Evidence: {@code code}. */
  JWS_KEY_ID,
  /** The payload is not a canonical JSON object within the limits. Evidence: {@code code}. */
  JWS_PAYLOAD,
  /** The signature does not have the form of its suite. Evidence: {@code code}. */
  JWS_SIGNATURE_FORM,
  /** The {@code kid} is not the name of the trusted key. */
  JWS_KEY_NAME,
  /** The key is of another suite than {@code alg} says. */
  JWS_KEY_SUITE,
  /** The signature is not that of the key. */
  JWS_NOT_SIGNED_BY_KEY
}
