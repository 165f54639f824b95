// SPDX-License-Identifier: Apache-2.0
/** Signed notes of C2SP, with Ed25519 keys. Specification: proto/spec/checkpoint-note.md. */
@NullMarked
package org.huxin.core.note;

import org.jspecify.annotations.NullMarked;
