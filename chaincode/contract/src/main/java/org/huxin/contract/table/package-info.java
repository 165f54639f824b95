// SPDX-License-Identifier: Apache-2.0
/** All operations and queries of this version of the rules. */
@NullMarked
package org.huxin.contract.table;

import org.jspecify.annotations.NullMarked;
