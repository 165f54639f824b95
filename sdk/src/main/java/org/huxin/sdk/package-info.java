// SPDX-License-Identifier: Apache-2.0
/** What approval systems embed. */
@NullMarked
package org.huxin.sdk;

import org.jspecify.annotations.NullMarked;
