// SPDX-License-Identifier: Apache-2.0
/** The package under which peers install the chaincode. */
@NullMarked
package org.huxin.chaincode.packaging;

import org.jspecify.annotations.NullMarked;
