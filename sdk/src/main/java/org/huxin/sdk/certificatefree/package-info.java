// SPDX-License-Identifier: Apache-2.0
/** 免证办: which materials of a service licences already say, and which they do not. */
@NullMarked
package org.huxin.sdk.certificatefree;

import org.jspecify.annotations.NullMarked;
