// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import org.huxin.crypto.bytes.Bytes;

/** One key, made ready by a provider to check signatures. Safe for all threads. */
interface SignatureVerification {

  /** Whether the signature, whose form was checked before, is this key's of the message. */
  boolean accepts(Bytes message, Signature signature);
}
