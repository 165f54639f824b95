// SPDX-License-Identifier: Apache-2.0
/**
 * For development and tests, not a production ledger: a Fabric-compatible network in one process.
 */
@NullMarked
package org.huxin.embedded;

import org.jspecify.annotations.NullMarked;
