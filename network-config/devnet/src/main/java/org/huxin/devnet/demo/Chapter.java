// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.io.IOException;

/** A story of the demo, with what each of its steps should come to. */
public interface Chapter {
  /** Its name, of letters: its steps' names begin with it, and its texts are found by it. */
  String name();

  /**
   * Tells it.
   *
   * @param world where it takes place
   * @param narrator takes the steps
   * @throws IOException if a document or a file cannot be read or written
   */
  void tell(World world, Narrator narrator) throws IOException;
}
