// SPDX-License-Identifier: Apache-2.0
/** For development and tests: chaincode definitions, kept in the state as Fabric keeps them. */
@NullMarked
package org.huxin.embedded.lifecycle;

import org.jspecify.annotations.NullMarked;
