// SPDX-License-Identifier: Apache-2.0
/**
 * Statements as they are signed and carried: head, members and JWS. Specification:
 * proto/spec/statement.md.
 */
@NullMarked
package org.huxin.core.signed;

import org.jspecify.annotations.NullMarked;
