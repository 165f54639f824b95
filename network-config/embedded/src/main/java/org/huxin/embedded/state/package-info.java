// SPDX-License-Identifier: Apache-2.0
/** For development and tests: the committed state that chaincode reads. */
@NullMarked
package org.huxin.embedded.state;

import org.jspecify.annotations.NullMarked;
