// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Finds free ports of the loopback interface. Stateless. */
public final class LoopbackPorts {
  /**
   * Below what any system gives to outgoing connections, which would otherwise take a port between
   * its choice and its use.
   */
  private static final int LOWEST = 15_000;

  private static final int HIGHEST = 32_000;

  private static final int ATTEMPTS = 1000;

  private LoopbackPorts() {}

  /**
   * So many ports, each different, that nobody listens on now.
   *
   * @throws UncheckedIOException if too few can be found
   */
  public static List<Integer> free(int count, RandomGenerator random) {
    List<ServerSocket> taken = new ArrayList<>();
    try {
      for (int attempt = 0; taken.size() < count && attempt < ATTEMPTS; attempt++) {
        take(random.nextInt(LOWEST, HIGHEST), taken);
      }
      if (taken.size() < count) {
        throw new BindException("no " + count + " free ports");
      }
      return taken.stream().map(ServerSocket::getLocalPort).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for free ports", e);
    } finally {
      taken.forEach(LoopbackPorts::release);
    }
  }

  /** Holds the port, so that it is not found a second time. */
  private static void take(int port, List<ServerSocket> taken) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      taken.add(socket);
    } catch (BindException e) {
      socket.close();
    }
  }

  private static void release(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a socket that nobody used can be closed", e);
    }
  }
}
