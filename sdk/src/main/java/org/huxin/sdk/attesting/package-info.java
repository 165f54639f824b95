// SPDX-License-Identifier: Apache-2.0
/** What an identity provider does: attests keys, records consent of people without a device. */
@NullMarked
package org.huxin.sdk.attesting;

import org.jspecify.annotations.NullMarked;
