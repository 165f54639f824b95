// SPDX-License-Identifier: Apache-2.0
/** Signed statements: RFC 7515 compact, in one strict profile. Specification: proto/spec/jws.md. */
@NullMarked
package org.huxin.core.jws;

import org.jspecify.annotations.NullMarked;
