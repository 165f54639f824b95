// SPDX-License-Identifier: Apache-2.0
/**
 * Merkle trees of RFC 9162: roots, inclusion and consistency proofs. Specification:
 * proto/spec/merkle.md.
 */
@NullMarked
package org.huxin.core.merkle;

import org.jspecify.annotations.NullMarked;
