// SPDX-License-Identifier: Apache-2.0
/**
 * Makes seals, documents and sealings: for demonstrations, samples and tests. What counts in law is
 * made by approved devices. Specification: proto/spec/ofd.md.
 */
@NullMarked
package org.huxin.seal.write;

import org.jspecify.annotations.NullMarked;
