// SPDX-License-Identifier: Apache-2.0
/** The stock of an old system: its rows, read by a mapping, as licences to issue. */
@NullMarked
package org.huxin.sdk.stock;

import org.jspecify.annotations.NullMarked;
