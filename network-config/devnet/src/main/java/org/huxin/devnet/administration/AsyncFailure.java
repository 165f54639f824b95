// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.administration;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Lets a failure of another thread be that of the one who waits for it. Stateless. */
final class AsyncFailure {
  private AsyncFailure() {}

  static <T> T unwrapped(CompletableFuture<T> result) {
    try {
      return result.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
