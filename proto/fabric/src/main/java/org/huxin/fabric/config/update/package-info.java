// SPDX-License-Identifier: Apache-2.0
/** Judges configuration updates by the configuration that they change. */
@NullMarked
package org.huxin.fabric.config.update;

import org.jspecify.annotations.NullMarked;
