// SPDX-License-Identifier: Apache-2.0
/** All kinds of entities of the ledger. Specification: proto/spec/ledger-state.md. */
@NullMarked
package org.huxin.core.entity;

import org.jspecify.annotations.NullMarked;
