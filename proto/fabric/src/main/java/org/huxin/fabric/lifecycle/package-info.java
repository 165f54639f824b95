// SPDX-License-Identifier: Apache-2.0
/** Chaincode definitions, kept in the state as Fabric keeps them. */
@NullMarked
package org.huxin.fabric.lifecycle;

import org.jspecify.annotations.NullMarked;
