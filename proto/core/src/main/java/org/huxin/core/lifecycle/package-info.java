// SPDX-License-Identifier: Apache-2.0
/**
 * The closed list of reasons for which a change of state is refused. Specification:
 * proto/spec/life-cycles.md.
 */
@NullMarked
package org.huxin.core.lifecycle;

import org.jspecify.annotations.NullMarked;
