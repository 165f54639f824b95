// SPDX-License-Identifier: Apache-2.0
/**
 * The state map: a sparse Merkle tree over the latest value of every key of the ledger.
 * Specification: proto/spec/state-map.md.
 */
@NullMarked
package org.huxin.core.statemap;

import org.jspecify.annotations.NullMarked;
