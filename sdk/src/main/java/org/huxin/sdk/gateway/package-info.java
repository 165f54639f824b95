// SPDX-License-Identifier: Apache-2.0
/**
 * The ledger through the gateways of Fabric's peers: fail-over, deadlines, and what became of a
 * transaction.
 */
@NullMarked
package org.huxin.sdk.gateway;

import org.jspecify.annotations.NullMarked;
