// SPDX-License-Identifier: Apache-2.0
/** Tests of consent, delegation and use. */
@NullMarked
package org.huxin.contract.authorization;

import org.jspecify.annotations.NullMarked;
