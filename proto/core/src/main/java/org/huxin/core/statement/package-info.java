// SPDX-License-Identifier: Apache-2.0
/**
 * The words that statements are made of, and the list of operations. Specification:
 * proto/spec/statement.md.
 */
@NullMarked
package org.huxin.core.statement;

import org.jspecify.annotations.NullMarked;
