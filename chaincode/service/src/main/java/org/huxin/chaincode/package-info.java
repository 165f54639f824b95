// SPDX-License-Identifier: Apache-2.0
/** The contract as Fabric chaincode. */
@NullMarked
package org.huxin.chaincode;

import org.jspecify.annotations.NullMarked;
