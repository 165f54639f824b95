// SPDX-License-Identifier: Apache-2.0
/** Tests of promises. */
@NullMarked
package org.huxin.contract.commitment;

import org.jspecify.annotations.NullMarked;
