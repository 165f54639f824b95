// SPDX-License-Identifier: Apache-2.0
/** Immutable byte strings: the only form in which bytes cross a module. */
@NullMarked
package org.huxin.crypto.bytes;

import org.jspecify.annotations.NullMarked;
