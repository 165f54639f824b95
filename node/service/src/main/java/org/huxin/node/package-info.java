// SPDX-License-Identifier: Apache-2.0
/** The validating node: one process of a city that believes nobody. */
@NullMarked
package org.huxin.node;

import org.jspecify.annotations.NullMarked;
