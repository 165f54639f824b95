// SPDX-License-Identifier: Apache-2.0
/** The cities and how they are connected, read from {@code network-config/four-cities.yaml}. */
@NullMarked
package org.huxin.devnet.topology;

import org.jspecify.annotations.NullMarked;
