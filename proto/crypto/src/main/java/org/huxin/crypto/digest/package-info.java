// SPDX-License-Identifier: Apache-2.0
/**
 * Digests that carry their algorithm, and the hash of a tuple. Specification: proto/spec/digest.md.
 */
@NullMarked
package org.huxin.crypto.digest;

import org.jspecify.annotations.NullMarked;
