// SPDX-License-Identifier: Apache-2.0
/** For development and tests: what a client needs to connect, written to a folder. */
@NullMarked
package org.huxin.embedded.connection;

import org.jspecify.annotations.NullMarked;
