// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

/** Who hears the story as it is told. Called by one thread. */
public interface Listener {
  /** Hears nothing. */
  Listener DEAF =
      new Listener() {
        @Override
        public void chapterBegins(String chapter) {}

        @Override
        public void progress(String step, long done, long total) {}

        @Override
        public void stepEnds(StepResult result) {}
      };

  /** A chapter begins. */
  void chapterBegins(String chapter);

  /**
   * A long step gets on.
   *
   * @param step as results name it
   * @param done how much of it is done
   * @param total of how much
   */
  void progress(String step, long done, long total);

  /** A step has come to something. */
  void stepEnds(StepResult result);
}
