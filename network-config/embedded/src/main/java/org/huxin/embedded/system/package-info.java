// SPDX-License-Identifier: Apache-2.0
/** For development and tests: the system chaincodes qscc, cscc and the queries of _lifecycle. */
@NullMarked
package org.huxin.embedded.system;

import org.jspecify.annotations.NullMarked;
