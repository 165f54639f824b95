// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.process;

import dagger.BindsInstance;
import dagger.Component;
import jakarta.inject.Singleton;

/** A node with all its parts. */
@Singleton
@Component(modules = {NodeModule.class, SurroundingsModule.class})
public interface NodeComponent {

  /** The node; not started yet. */
  ValidatingNode node();

  /** Makes a node of its configuration. */
  @Component.Factory
  interface Factory {
    /** The parts of a node. */
    NodeComponent of(@BindsInstance NodeSettings settings);
  }
}
