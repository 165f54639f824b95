// SPDX-License-Identifier: Apache-2.0
/** That the contract is the same function in every JVM. */
@NullMarked
package org.huxin.contract.determinism;

import org.jspecify.annotations.NullMarked;
