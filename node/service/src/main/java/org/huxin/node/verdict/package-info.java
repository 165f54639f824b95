// SPDX-License-Identifier: Apache-2.0
/** Answers questions from the replica. */
@NullMarked
package org.huxin.node.verdict;

import org.jspecify.annotations.NullMarked;
