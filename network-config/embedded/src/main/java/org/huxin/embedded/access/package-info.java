// SPDX-License-Identifier: Apache-2.0
/** For development and tests: who may do what on the channel. */
@NullMarked
package org.huxin.embedded.access;

import org.jspecify.annotations.NullMarked;
