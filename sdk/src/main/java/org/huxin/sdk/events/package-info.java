// SPDX-License-Identifier: Apache-2.0
/** Following what happens on the ledger from a durable checkpoint: no loss, no duplicate. */
@NullMarked
package org.huxin.sdk.events;

import org.jspecify.annotations.NullMarked;
