// SPDX-License-Identifier: Apache-2.0
/** Papers that are asked for: only after a check, and on the record. */
@NullMarked
package org.huxin.sdk.paper;

import org.jspecify.annotations.NullMarked;
