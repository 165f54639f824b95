// SPDX-License-Identifier: Apache-2.0
/**
 * Encryption to a public key, RFC 9180: base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256,
 * AES-128-GCM. Specification: proto/spec/hpke.md.
 */
@NullMarked
package org.huxin.crypto.hpke;

import org.jspecify.annotations.NullMarked;
