// SPDX-License-Identifier: Apache-2.0
/** For development and tests: an embedded network as a JUnit 5 extension. */
@NullMarked
package org.huxin.embedded.junit;

import org.jspecify.annotations.NullMarked;
