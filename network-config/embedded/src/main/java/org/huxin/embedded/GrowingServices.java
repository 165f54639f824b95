// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded;

import io.grpc.BindableService;
import io.grpc.HandlerRegistry;
import io.grpc.ServerMethodDefinition;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Services that are added while the server runs. Thread-safe. */
final class GrowingServices extends HandlerRegistry {
  private final Map<String, ServerMethodDefinition<?, ?>> methods = new ConcurrentHashMap<>();

  void add(BindableService service) {
    for (ServerMethodDefinition<?, ?> method : service.bindService().getMethods()) {
      methods.put(method.getMethodDescriptor().getFullMethodName(), method);
    }
  }

  @Override
  public @Nullable ServerMethodDefinition<?, ?> lookupMethod(
      String methodName, @Nullable String authority) {
    return methods.get(methodName);
  }
}
