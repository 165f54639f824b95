// SPDX-License-Identifier: Apache-2.0
/** The nodes' checkpoints: proto/spec/checkpoint.md. */
@NullMarked
package org.huxin.contract.checkpoint;

import org.jspecify.annotations.NullMarked;
