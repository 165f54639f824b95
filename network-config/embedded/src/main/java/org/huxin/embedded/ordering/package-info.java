// SPDX-License-Identifier: Apache-2.0
/** For development and tests: puts transactions in order and signs blocks as BFT orderers do. */
@NullMarked
package org.huxin.embedded.ordering;

import org.jspecify.annotations.NullMarked;
