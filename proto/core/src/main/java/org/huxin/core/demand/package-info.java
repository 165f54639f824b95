// SPDX-License-Identifier: Apache-2.0
/** 供需清单: what is asked for and who answers. Specification: proto/spec/demand.md. */
@NullMarked
package org.huxin.core.demand;

import org.jspecify.annotations.NullMarked;
