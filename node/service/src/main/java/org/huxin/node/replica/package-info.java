// SPDX-License-Identifier: Apache-2.0
/** What a node derived from the chain, on disk: blocks, versioned state, findings. */
@NullMarked
package org.huxin.node.replica;

import org.jspecify.annotations.NullMarked;
