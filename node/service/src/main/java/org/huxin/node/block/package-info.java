// SPDX-License-Identifier: Apache-2.0
/** What stands in the transactions of validated blocks. */
@NullMarked
package org.huxin.node.block;

import org.jspecify.annotations.NullMarked;
