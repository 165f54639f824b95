// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LoopbackPortsTest {

  @Test
  void findsDifferentPorts() {
    List<Integer> ports = LoopbackPorts.free(50, new Random(1));
    assertEquals(50, new HashSet<>(ports).size());
  }

  @Test
  void leavesOutAPortThatIsTaken() throws Exception {
    int first = LoopbackPorts.free(1, new Random(2)).get(0);
    try (ServerSocket taken = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
      assertFalse(LoopbackPorts.free(1, new Random(2)).contains(taken.getLocalPort()));
    }
  }

  @Test
  void refusesMoreThanThereAre() {
    assertThrows(UncheckedIOException.class, () -> LoopbackPorts.free(5000, new Random(3)));
  }
}
