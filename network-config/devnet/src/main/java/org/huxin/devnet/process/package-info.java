// SPDX-License-Identifier: Apache-2.0
/**
 * For development and tests: programs that run beside this one, and the ports that they listen on.
 */
@NullMarked
package org.huxin.devnet.process;

import org.jspecify.annotations.NullMarked;
