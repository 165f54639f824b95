// SPDX-License-Identifier: Apache-2.0
/**
 * How licences and people are named without naming them. Specification: proto/spec/references.md.
 */
@NullMarked
package org.huxin.core.reference;

import org.jspecify.annotations.NullMarked;
