// SPDX-License-Identifier: Apache-2.0
/** Authorities, their roles and keys. */
@NullMarked
package org.huxin.contract.authority;

import org.jspecify.annotations.NullMarked;
