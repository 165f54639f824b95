// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.validation;

/**
 * How a transaction was judged.
 *
 * @param index its place in the block, from 0
 * @param txId as its header has it, which an invalid one may have made up; empty if unreadable
 * @param code Fabric's number of the verdict, 0 if it is valid
 * @param name Fabric's name of the verdict
 */
public record ReplayedTransaction(int index, String txId, int code, String name) {}
