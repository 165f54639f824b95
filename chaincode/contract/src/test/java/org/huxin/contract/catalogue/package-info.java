// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.huxin.contract.catalogue;

import org.jspecify.annotations.NullMarked;
