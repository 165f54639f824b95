// SPDX-License-Identifier: Apache-2.0
/**
 * The rules of the ledger: the table of operations, and what all operations share. Specification:
 * proto/spec/ledger-state.md, proto/spec/refusals.md.
 */
@NullMarked
package org.huxin.contract;

import org.jspecify.annotations.NullMarked;
