// SPDX-License-Identifier: Apache-2.0
/** How the ledger is founded, and how cities join, leave and govern. */
@NullMarked
package org.huxin.contract.governance;

import org.jspecify.annotations.NullMarked;
