// SPDX-License-Identifier: Apache-2.0
/** The chaincode as a service: one process for one peer. */
@NullMarked
package org.huxin.chaincode.process;

import org.jspecify.annotations.NullMarked;
