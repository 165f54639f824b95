// SPDX-License-Identifier: Apache-2.0
/** Writes genesis blocks and configuration updates that Fabric v3 accepts. */
@NullMarked
package org.huxin.fabric.config.build;

import org.jspecify.annotations.NullMarked;
