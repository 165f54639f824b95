// SPDX-License-Identifier: Apache-2.0
/** The committed state that chaincode reads. */
@NullMarked
package org.huxin.fabric.state;

import org.jspecify.annotations.NullMarked;
