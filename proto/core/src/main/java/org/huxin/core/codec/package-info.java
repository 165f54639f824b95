// SPDX-License-Identifier: Apache-2.0
/**
 * Strict two-way mappings between values and JSON. A codec is declared once for a type; encoder,
 * decoder and the description that tests and spec pages walk come from that one declaration.
 */
@NullMarked
package org.huxin.core.codec;

import org.jspecify.annotations.NullMarked;
