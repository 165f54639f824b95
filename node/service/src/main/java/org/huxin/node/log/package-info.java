// SPDX-License-Identifier: Apache-2.0
/**
 * The node's transparency log and state map, its checkpoints, and what it makes of other nodes'.
 * Specifications: proto/spec/log.md, proto/spec/checkpoint-note.md.
 */
@NullMarked
package org.huxin.node.log;

import org.jspecify.annotations.NullMarked;
