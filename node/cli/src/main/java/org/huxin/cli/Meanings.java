// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.util.Optional;
import java.util.ResourceBundle;

/** What the members of statements mean, in the words of the specification. Stateless. */
final class Meanings {
  private static final ResourceBundle FIELDS = ResourceBundle.getBundle("org.huxin.cli.fields");

  private Meanings() {}

  /**
   * The meaning of a member.
   *
   * @param path the operation's name and the member's path in it, such as {@code
   *     OpenAccreditation.issuer}
   */
  static Optional<String> of(String path) {
    return FIELDS.containsKey(path) ? Optional.of(FIELDS.getString(path)) : Optional.empty();
  }
}
