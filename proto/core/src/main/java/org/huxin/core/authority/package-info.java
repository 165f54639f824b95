// SPDX-License-Identifier: Apache-2.0
/** Authorities, their roles and keys. Specification: proto/spec/authority.md. */
@NullMarked
package org.huxin.core.authority;

import org.jspecify.annotations.NullMarked;
