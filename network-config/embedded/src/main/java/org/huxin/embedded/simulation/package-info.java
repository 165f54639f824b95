// SPDX-License-Identifier: Apache-2.0
/**
 * For development and tests: runs chaincode against the committed state and records what it reads
 * and writes.
 */
@NullMarked
package org.huxin.embedded.simulation;

import org.jspecify.annotations.NullMarked;
