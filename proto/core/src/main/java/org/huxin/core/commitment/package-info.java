// SPDX-License-Identifier: Apache-2.0
/** Promises in place of a material: 告知承诺 and 容缺. Specification: proto/spec/commitment.md. */
@NullMarked
package org.huxin.core.commitment;

import org.jspecify.annotations.NullMarked;
