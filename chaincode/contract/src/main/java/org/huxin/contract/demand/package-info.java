// SPDX-License-Identifier: Apache-2.0
/** What is asked for and who answers: proto/spec/demand.md. */
@NullMarked
package org.huxin.contract.demand;

import org.jspecify.annotations.NullMarked;
