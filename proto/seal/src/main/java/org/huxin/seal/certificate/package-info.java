// SPDX-License-Identifier: Apache-2.0
/**
 * Certificates of seal makers and signers, the roots that are trusted, and lists of what was
 * revoked. Specification: proto/spec/seal-check.md.
 */
@NullMarked
package org.huxin.seal.certificate;

import org.jspecify.annotations.NullMarked;
