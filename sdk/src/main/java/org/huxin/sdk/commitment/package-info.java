// SPDX-License-Identifier: Apache-2.0
/** 告知承诺 and 容缺受理: a promise in place of a material. */
@NullMarked
package org.huxin.sdk.commitment;

import org.jspecify.annotations.NullMarked;
