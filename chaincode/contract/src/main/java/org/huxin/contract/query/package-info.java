// SPDX-License-Identifier: Apache-2.0
/**
 * What can be asked of the ledger. Answers are canonical JSON. Specification:
 * proto/spec/ledger-state.md.
 */
@NullMarked
package org.huxin.contract.query;

import org.jspecify.annotations.NullMarked;
