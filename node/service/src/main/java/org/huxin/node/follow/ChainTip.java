// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.follow;

import org.huxin.crypto.bytes.Bytes;

/**
 * What a source says is the newest block.
 *
 * @param number its number
 * @param headerHash SHA-256 of its header
 */
public record ChainTip(long number, Bytes headerHash) {}
