// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import org.huxin.crypto.bytes.Bytes;

/** One ECDSA key, made ready by a provider to check signatures. Safe for all threads. */
interface EcdsaVerification {
  /** Whether the pair, whose range was checked before, is this key's signature of the message. */
  boolean accepts(SignatureHash hash, Bytes message, EcdsaValue pair);
}
