// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.huxin.contract.governance;

import org.jspecify.annotations.NullMarked;
