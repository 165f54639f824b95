// SPDX-License-Identifier: Apache-2.0
/** Who may do what on the channel. */
@NullMarked
package org.huxin.fabric.access;

import org.jspecify.annotations.NullMarked;
