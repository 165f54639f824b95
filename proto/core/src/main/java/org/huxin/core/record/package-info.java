// SPDX-License-Identifier: Apache-2.0
/**
 * Licence records: what an issuer commits to, and the attributes that can be disclosed one by one.
 * Specification: proto/spec/record.md.
 */
@NullMarked
package org.huxin.core.record;

import org.jspecify.annotations.NullMarked;
