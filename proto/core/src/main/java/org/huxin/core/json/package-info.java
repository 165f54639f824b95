// SPDX-License-Identifier: Apache-2.0
/**
 * The protocol's JSON: objects, arrays, strings, booleans and integers, in RFC 8785 canonical form.
 * Specification: proto/spec/canonical-json.md.
 */
@NullMarked
package org.huxin.core.json;

import org.jspecify.annotations.NullMarked;
