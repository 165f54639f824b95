// SPDX-License-Identifier: Apache-2.0
package org.huxin.chaincode.process;

import java.util.List;

/** The settings are not those of a service: each problem in a line of its own. */
public final class SettingsRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  SettingsRefusedException(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, by the name of the variable. */
  public List<String> problems() {
    return problems;
  }
}
