// SPDX-License-Identifier: Apache-2.0
/** Tests of disputes. */
@NullMarked
package org.huxin.contract.dispute;

import org.jspecify.annotations.NullMarked;
