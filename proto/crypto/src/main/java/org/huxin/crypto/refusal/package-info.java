// SPDX-License-Identifier: Apache-2.0
/** How every boundary of the protocol says no: a code from a closed list, with its evidence. */
@NullMarked
package org.huxin.crypto.refusal;

import org.jspecify.annotations.NullMarked;
