// SPDX-License-Identifier: Apache-2.0
/** For development and tests: blocks, the state that follows from them, and who waits for them. */
@NullMarked
package org.huxin.embedded.ledger;

import org.jspecify.annotations.NullMarked;
