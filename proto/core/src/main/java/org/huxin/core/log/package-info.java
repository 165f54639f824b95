// SPDX-License-Identifier: Apache-2.0
/**
 * The nodes' transparency log: leaves, tiles, checkpoints, cosignatures. Specifications:
 * proto/spec/log.md, proto/spec/checkpoint-note.md.
 */
@NullMarked
package org.huxin.core.log;

import org.jspecify.annotations.NullMarked;
