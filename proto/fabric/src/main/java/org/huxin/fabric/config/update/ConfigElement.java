// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.config.update;

import com.google.protobuf.MessageLite;

/**
 * A group, value or policy of a configuration in its place.
 *
 * @param group the path of the group whose policies decide over it: of a group its own
 * @param version how often it was changed
 * @param modPolicy the policy that a change of it must satisfy
 * @param message the element itself
 */
record ConfigElement(String group, long version, String modPolicy, MessageLite message) {
  private static final String SEPARATOR = "/";

  /** The policy's path from the root. */
  String modPolicyPath() {
    return modPolicy.startsWith(SEPARATOR) ? modPolicy : group + SEPARATOR + modPolicy;
  }
}
