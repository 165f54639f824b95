// SPDX-License-Identifier: Apache-2.0
/** Follows the chain through peers of several cities, and compares what they show. */
@NullMarked
package org.huxin.node.follow;

import org.jspecify.annotations.NullMarked;
