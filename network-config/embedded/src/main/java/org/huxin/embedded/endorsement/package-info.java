// SPDX-License-Identifier: Apache-2.0
/** For development and tests: executes chaincode for each organisation and endorses the result. */
@NullMarked
package org.huxin.embedded.endorsement;

import org.jspecify.annotations.NullMarked;
