// SPDX-License-Identifier: Apache-2.0
/** Replicas handed on as files, and taken over by who verifies them. */
@NullMarked
package org.huxin.node.snapshot;

import org.jspecify.annotations.NullMarked;
