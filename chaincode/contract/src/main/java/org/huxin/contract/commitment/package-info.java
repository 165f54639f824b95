// SPDX-License-Identifier: Apache-2.0
/** Promises in place of a material: proto/spec/commitment.md. */
@NullMarked
package org.huxin.contract.commitment;

import org.jspecify.annotations.NullMarked;
