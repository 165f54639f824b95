// SPDX-License-Identifier: Apache-2.0
/** Tests of demands. */
@NullMarked
package org.huxin.contract.demand;

import org.jspecify.annotations.NullMarked;
