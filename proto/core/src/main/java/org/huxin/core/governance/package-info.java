// SPDX-License-Identifier: Apache-2.0
/**
 * Cities, their governors, and the configuration that founds the ledger. Specification:
 * proto/spec/governance.md and genesis.md.
 */
@NullMarked
package org.huxin.core.governance;

import org.jspecify.annotations.NullMarked;
