// SPDX-License-Identifier: Apache-2.0
/** Validates blocks in the order and with the codes of a peer. */
@NullMarked
package org.huxin.fabric.validation;

import org.jspecify.annotations.NullMarked;
