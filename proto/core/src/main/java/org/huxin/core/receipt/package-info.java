// SPDX-License-Identifier: Apache-2.0
/** What a node says that it answered. */
@NullMarked
package org.huxin.core.receipt;

import org.jspecify.annotations.NullMarked;
