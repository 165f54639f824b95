// SPDX-License-Identifier: Apache-2.0
/**
 * Suites that hold a network against Fabric: what its ledger does and how its gateway fails. They
 * run on an embedded network and on a real one; endpoints, identities and expected differences are
 * all they ask for.
 */
@NullMarked
package org.huxin.embedded.suite;

import org.jspecify.annotations.NullMarked;
