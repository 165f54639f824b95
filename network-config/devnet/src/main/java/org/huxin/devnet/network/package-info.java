// SPDX-License-Identifier: Apache-2.0
/** For development and tests: the networks that a topology describes. */
@NullMarked
package org.huxin.devnet.network;

import org.jspecify.annotations.NullMarked;
