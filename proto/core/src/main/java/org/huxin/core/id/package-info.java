// SPDX-License-Identifier: Apache-2.0
/**
 * Identifiers: validated value types with their check characters. Specification:
 * proto/spec/identifier.md and codes.md.
 */
@NullMarked
package org.huxin.core.id;

import org.jspecify.annotations.NullMarked;
