// SPDX-License-Identifier: Apache-2.0
/** Runs the contract's own rules again for every transaction that others say they endorsed. */
@NullMarked
package org.huxin.node.replay;

import org.jspecify.annotations.NullMarked;
