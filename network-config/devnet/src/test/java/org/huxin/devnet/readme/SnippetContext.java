// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.readme;

/** What stands around a snippet: its fields are what the snippet takes for granted. */
public abstract class SnippetContext {
  /** Nothing, unless a snippet says more. */
  public void run() throws Exception {
    // the snippet itself
  }
}
