// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.state;

/**
 * A key with its value.
 *
 * @param key the key
 * @param entry the value
 */
public record KeyedEntry(String key, StateEntry entry) {}
