// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.log;

import java.util.Optional;

/** What a node has derived by itself, block by block. */
public interface DerivedStates {
  /** The last state that it derived; empty if the log has no entry yet. */
  Optional<DerivedState> last();

  /** The state after a block; empty if it was not derived, or is not kept any more. */
  Optional<DerivedState> at(long block);
}
