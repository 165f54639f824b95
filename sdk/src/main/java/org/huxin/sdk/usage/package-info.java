// SPDX-License-Identifier: Apache-2.0
/** Use of licences: recorded by consumers, found by holders, reconciled by issuers. */
@NullMarked
package org.huxin.sdk.usage;

import org.jspecify.annotations.NullMarked;
