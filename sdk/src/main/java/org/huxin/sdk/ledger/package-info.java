// SPDX-License-Identifier: Apache-2.0
/** The ledger as an application calls it: questions, statements, and what became of them. */
@NullMarked
package org.huxin.sdk.ledger;

import org.jspecify.annotations.NullMarked;
