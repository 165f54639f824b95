// SPDX-License-Identifier: Apache-2.0
/** For development and tests: the keys of the cities of a topology, their renewal and days left. */
@NullMarked
package org.huxin.devnet.pki;

import org.jspecify.annotations.NullMarked;
