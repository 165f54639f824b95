// SPDX-License-Identifier: Apache-2.0
/** Fabric's blocks: what their hashes are and what stands in their transactions. */
@NullMarked
package org.huxin.fabric.block;

import org.jspecify.annotations.NullMarked;
