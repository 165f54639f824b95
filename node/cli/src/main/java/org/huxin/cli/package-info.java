// SPDX-License-Identifier: Apache-2.0
/** The {@code huxin} program: one class for each command. */
@NullMarked
package org.huxin.cli;

import org.jspecify.annotations.NullMarked;
