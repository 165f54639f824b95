// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.gateway;

import io.grpc.Status;
import org.huxin.fabric.access.AccessDeniedException;
import org.huxin.fabric.access.SignedData;

/** Demands that somebody may read the channel, in the words of Fabric's gateway. */
record ReaderCheck(NetworkView network) {
  static final String READERS = "/Channel/Application/Readers";

  void check(String channelId, SignedData signed) {
    if (!network.isChannel(channelId)) {
      throw GatewayStatus.of(
          Status.Code.PERMISSION_DENIED,
          "Failed to get policy manager for channel [" + channelId + "]");
    }
    try {
      network.access().checkPolicy(READERS, signed);
    } catch (AccessDeniedException e) {
      throw GatewayStatus.of(
          Status.Code.PERMISSION_DENIED,
          "Failed evaluating policy on signed data during check policy on channel [%s] with policy [%s]: [%s]"
              .formatted(channelId, READERS, e.getMessage()));
    }
  }
}
