// SPDX-License-Identifier: Apache-2.0
/**
 * OFD documents (GB/T 33190-2016) and the seals on them. Nothing of a document is trusted before it
 * is checked: neither the archive, nor the XML, nor the paths in it. Specification:
 * proto/spec/ofd.md.
 */
@NullMarked
package org.huxin.seal.ofd;

import org.jspecify.annotations.NullMarked;
