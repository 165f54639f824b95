// SPDX-License-Identifier: Apache-2.0
/**
 * How the ledger keeps its entities: keys, histories and the read-only view. Specification:
 * proto/spec/ledger-state.md.
 */
@NullMarked
package org.huxin.core.ledger;

import org.jspecify.annotations.NullMarked;
