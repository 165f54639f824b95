// SPDX-License-Identifier: Apache-2.0
/** Who a certificate of the channel's organisations is: membership service providers. */
@NullMarked
package org.huxin.fabric.identity;

import org.jspecify.annotations.NullMarked;
