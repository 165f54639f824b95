// SPDX-License-Identifier: Apache-2.0
/** E-seals and sealed documents. */
@NullMarked
package org.huxin.seal;

import org.jspecify.annotations.NullMarked;
