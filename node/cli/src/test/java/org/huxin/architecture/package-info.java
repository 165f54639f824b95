// SPDX-License-Identifier: Apache-2.0
/** The rules that the whole source tree keeps: who may depend on whom, names, licence lines. */
@NullMarked
package org.huxin.architecture;

import org.jspecify.annotations.NullMarked;
