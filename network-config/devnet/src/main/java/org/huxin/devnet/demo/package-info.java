// SPDX-License-Identifier: Apache-2.0
/**
 * The demo: a story of four cities on their own ledger, told step by step. What each step should
 * come to stands beside it; what it came to, the ledger or a verdict says.
 */
@NullMarked
package org.huxin.devnet.demo;

import org.jspecify.annotations.NullMarked;
