// SPDX-License-Identifier: Apache-2.0
/** Licence types and service items. Specification: proto/spec/catalogue.md. */
@NullMarked
package org.huxin.core.catalogue;

import org.jspecify.annotations.NullMarked;
