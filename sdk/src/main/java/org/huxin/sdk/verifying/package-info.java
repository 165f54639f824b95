// SPDX-License-Identifier: Apache-2.0
/** Verifying: the caller's half in process, the ledger's half at a peer, joined. */
@NullMarked
package org.huxin.sdk.verifying;

import org.jspecify.annotations.NullMarked;
