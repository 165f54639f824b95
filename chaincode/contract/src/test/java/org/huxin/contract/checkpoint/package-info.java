// SPDX-License-Identifier: Apache-2.0
/** Tests of checkpoints. */
@NullMarked
package org.huxin.contract.checkpoint;

import org.jspecify.annotations.NullMarked;
