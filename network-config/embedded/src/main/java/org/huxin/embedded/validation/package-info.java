// SPDX-License-Identifier: Apache-2.0
/** For development and tests: validates blocks in the order and with the codes of a peer. */
@NullMarked
package org.huxin.embedded.validation;

import org.jspecify.annotations.NullMarked;
