// SPDX-License-Identifier: Apache-2.0
/**
 * What every statement must be before its own rule is asked: well formed, for this ledger, signed
 * by a key in force, of an age that is accepted, and carried in by the right city.
 */
@NullMarked
package org.huxin.contract.statement;

import org.jspecify.annotations.NullMarked;
