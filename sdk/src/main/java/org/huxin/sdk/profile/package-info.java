// SPDX-License-Identifier: Apache-2.0
/** What an application must know to reach the ledger: peers, identity, deadlines. */
@NullMarked
package org.huxin.sdk.profile;

import org.jspecify.annotations.NullMarked;
