// SPDX-License-Identifier: Apache-2.0
/** Issuing: from licences to batches on the ledger and proof files. */
@NullMarked
package org.huxin.sdk.issuing;

import org.jspecify.annotations.NullMarked;
