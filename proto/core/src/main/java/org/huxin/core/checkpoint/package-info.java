// SPDX-License-Identifier: Apache-2.0
/** The nodes' checkpoints on the ledger. Specification: proto/spec/checkpoint.md. */
@NullMarked
package org.huxin.core.checkpoint;

import org.jspecify.annotations.NullMarked;
