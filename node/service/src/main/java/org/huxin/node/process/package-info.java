// SPDX-License-Identifier: Apache-2.0
/** The node as a process: its configuration, its parts, its start and its end. */
@NullMarked
package org.huxin.node.process;

import org.jspecify.annotations.NullMarked;
