// SPDX-License-Identifier: Apache-2.0
/** The text form of signature policies. */
@NullMarked
package org.huxin.fabric.policy;

import org.jspecify.annotations.NullMarked;
