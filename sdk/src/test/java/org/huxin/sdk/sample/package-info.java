// SPDX-License-Identifier: Apache-2.0
/** A ledger for tests of the SDK: the real contract over a ledger in memory. */
@NullMarked
package org.huxin.sdk.sample;

import org.jspecify.annotations.NullMarked;
