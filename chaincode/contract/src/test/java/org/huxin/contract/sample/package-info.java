// SPDX-License-Identifier: Apache-2.0
/** Cities, keys and a ledger in memory, for tests of the contract and of what runs it. */
@NullMarked
package org.huxin.contract.sample;

import org.jspecify.annotations.NullMarked;
