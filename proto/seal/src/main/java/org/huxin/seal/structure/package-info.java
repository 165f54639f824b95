// SPDX-License-Identifier: Apache-2.0
/**
 * E-seals and what they seal as ASN.1 writes them: GM/T 0031-2014 (v1), GB/T 38540-2020 (v4), GM/T
 * 0031-2025 (v5). Specification: proto/spec/seal-structure.md.
 */
@NullMarked
package org.huxin.seal.structure;

import org.jspecify.annotations.NullMarked;
