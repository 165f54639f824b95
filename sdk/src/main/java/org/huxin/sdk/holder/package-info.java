// SPDX-License-Identifier: Apache-2.0
/** What a holder does: a key for each matter, grants, withdrawals, what is shown at a counter. */
@NullMarked
package org.huxin.sdk.holder;

import org.jspecify.annotations.NullMarked;
