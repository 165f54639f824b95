// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.junit;

import java.util.function.UnaryOperator;
import org.huxin.embedded.EmbeddedNetwork;
import org.huxin.embedded.EmbeddedNetworkBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * For development and tests, not a production ledger: an embedded network for a test class. In a
 * static field it lives for the class, in an instance field for each test.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final EmbeddedNetworkExtension NETWORK =
 *     EmbeddedNetworkExtension.of(n -> n.chaincode("licence", MyChaincode::new));
 * }</pre>
 */
public final class EmbeddedNetworkExtension
    implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
  private final UnaryOperator<EmbeddedNetworkBuilder> description;
  private @Nullable EmbeddedNetwork network;
  private boolean ofClass;

  private EmbeddedNetworkExtension(UnaryOperator<EmbeddedNetworkBuilder> description) {
    this.description = description;
  }

  /** A network of that description. */
  public static EmbeddedNetworkExtension of(UnaryOperator<EmbeddedNetworkBuilder> description) {
    return new EmbeddedNetworkExtension(description);
  }

  /**
   * The network.
   *
   * @throws IllegalStateException outside of a test
   */
  public EmbeddedNetwork network() {
    EmbeddedNetwork running = network;
    if (running == null) {
      throw new IllegalStateException("the network runs during tests only");
    }
    return running;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    ofClass = true;
    network = description.apply(EmbeddedNetwork.builder()).start();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    if (!ofClass) {
      network = description.apply(EmbeddedNetwork.builder()).start();
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (!ofClass) {
      close();
    }
  }

  private void close() {
    EmbeddedNetwork running = network;
    network = null;
    if (running != null) {
      running.close();
    }
  }
}
