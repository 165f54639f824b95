// SPDX-License-Identifier: Apache-2.0
/**
 * Random sequences of statements, each foretold by a model of the rules that is as plain as can be.
 */
@NullMarked
package org.huxin.contract.property;

import org.jspecify.annotations.NullMarked;
