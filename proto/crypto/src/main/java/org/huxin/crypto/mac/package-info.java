// SPDX-License-Identifier: Apache-2.0
/**
 * Keyed hashes: HMAC and the derivation of keys from a secret. Specification: proto/spec/digest.md.
 */
@NullMarked
package org.huxin.crypto.mac;

import org.jspecify.annotations.NullMarked;
