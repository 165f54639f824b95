// SPDX-License-Identifier: Apache-2.0
/**
 * The checks of a seal and of a sealing, in the order of GM/T 0031 and GB/T 38540. Specification:
 * proto/spec/seal-check.md.
 */
@NullMarked
package org.huxin.seal.check;

import org.jspecify.annotations.NullMarked;
