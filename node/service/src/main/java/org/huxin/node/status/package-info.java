// SPDX-License-Identifier: Apache-2.0
/** How a node fares: what operators and verdicts are told of it. */
@NullMarked
package org.huxin.node.status;

import org.jspecify.annotations.NullMarked;
