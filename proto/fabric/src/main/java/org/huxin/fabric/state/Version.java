// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.state;

/**
 * Which transaction wrote a value.
 *
 * @param block the block's number
 * @param transaction the transaction's position in the block, from 0
 */
public record Version(long block, int transaction) {}
