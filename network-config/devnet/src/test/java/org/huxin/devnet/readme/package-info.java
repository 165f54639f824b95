// SPDX-License-Identifier: Apache-2.0
/** The Java snippets of README.md, compiled and run in front of the four cities. */
@NullMarked
package org.huxin.devnet.readme;

import org.jspecify.annotations.NullMarked;
