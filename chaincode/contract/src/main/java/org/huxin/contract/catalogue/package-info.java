// SPDX-License-Identifier: Apache-2.0
/** Licence types and service items. */
@NullMarked
package org.huxin.contract.catalogue;

import org.jspecify.annotations.NullMarked;
