// SPDX-License-Identifier: Apache-2.0
/** Derives a replica again from its blocks, and compares. */
@NullMarked
package org.huxin.node.check;

import org.jspecify.annotations.NullMarked;
