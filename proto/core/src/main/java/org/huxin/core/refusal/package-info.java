// SPDX-License-Identifier: Apache-2.0
/** Why the ledger refuses a statement or a query. Specification: proto/spec/refusals.md. */
@NullMarked
package org.huxin.core.refusal;

import org.jspecify.annotations.NullMarked;
