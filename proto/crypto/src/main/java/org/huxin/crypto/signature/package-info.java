// SPDX-License-Identifier: Apache-2.0
/**
 * Signature suites, keys and signatures: a closed set, nothing negotiated. Specification:
 * proto/spec/suites.md and proto/spec/keys.md.
 */
@NullMarked
package org.huxin.crypto.signature;

import org.jspecify.annotations.NullMarked;
