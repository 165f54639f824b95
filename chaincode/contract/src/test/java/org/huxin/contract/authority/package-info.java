// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.huxin.contract.authority;

import org.jspecify.annotations.NullMarked;
