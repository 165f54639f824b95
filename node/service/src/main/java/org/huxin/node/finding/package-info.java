// SPDX-License-Identifier: Apache-2.0
/** What a node found wrong, with its evidence. */
@NullMarked
package org.huxin.node.finding;

import org.jspecify.annotations.NullMarked;
