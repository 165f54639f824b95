// SPDX-License-Identifier: Apache-2.0
/** For development and tests: topology and keys of the four cities, and what is shown on them. */
@NullMarked
package org.huxin.devnet;

import org.jspecify.annotations.NullMarked;
