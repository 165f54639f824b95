// SPDX-License-Identifier: Apache-2.0
/** Bundles from a node's replica. Specification: proto/spec/bundle.md. */
@NullMarked
package org.huxin.node.bundle;

import org.jspecify.annotations.NullMarked;
