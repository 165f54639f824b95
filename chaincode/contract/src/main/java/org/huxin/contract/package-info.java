// SPDX-License-Identifier: Apache-2.0
/** The rules of the ledger, one class for each operation. */
@NullMarked
package org.huxin.contract;

import org.jspecify.annotations.NullMarked;
