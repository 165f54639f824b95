// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.huxin.devnet.process.SupervisedProcess;

/**
 * Runs a chaincode as a program of its own, one process for each peer. The program is told what it
 * is and where to listen as Fabric's own chaincode images are: {@code CORE_CHAINCODE_ID_NAME} and
 * {@code CHAINCODE_SERVER_ADDRESS}; and whose it is: {@code CORE_PEER_LOCALMSPID}. Thread-safe.
 */
public final class ChaincodeProgram implements ChaincodeRunner {
  private final Path program;
  private final List<String> arguments;
  private final Map<String, String> environment;
  private final Path logs;
  private final Map<String, Running> processes = new ConcurrentHashMap<>();

  /**
   * A program.
   *
   * @param program the file that is run, such as {@code java}
   * @param environment more variables, the same for every process
   * @param logs a folder for a file of each process; it need not exist
   */
  public ChaincodeProgram(
      Path program, List<String> arguments, Map<String, String> environment, Path logs) {
    this.program = program;
    this.arguments = List.copyOf(arguments);
    this.environment = Map.copyOf(environment);
    this.logs = logs.toAbsolutePath();
  }

  /**
   * Starts the process of one peer; once this returns, it listens.
   *
   * @throws FabricRefusedException {@link FabricRefusal#PROCESS_NOT_READY}
   */
  @Override
  public AutoCloseable run(String mspId, String packageId, int port) {
    processes.put(mspId, launch(mspId, packageId, port));
    return () -> process(mspId).close();
  }

  /**
   * The process that a city's peer calls.
   *
   * @throws IllegalArgumentException if there is none
   */
  public SupervisedProcess process(String mspId) {
    return running(mspId).process();
  }

  /**
   * Starts the process of one peer again, after it ended.
   *
   * @throws FabricRefusedException {@link FabricRefusal#PROCESS_NOT_READY}
   * @throws IllegalStateException if it runs
   * @throws IllegalArgumentException if there is none
   */
  public void restart(String mspId) {
    Running before = running(mspId);
    if (before.process().running()) {
      throw new IllegalStateException(before.process().name() + " runs");
    }
    processes.put(mspId, launch(mspId, before.packageId(), before.port()));
  }

  private Running running(String mspId) {
    Running running = processes.get(mspId);
    if (running == null) {
      throw new IllegalArgumentException("no chaincode runs for this MSP");
    }
    return running;
  }

  private Running launch(String mspId, String packageId, int port) {
    String name = "chaincode." + mspId;
    Map<String, String> variables = new TreeMap<>(environment);
    variables.put("CORE_CHAINCODE_ID_NAME", packageId);
    variables.put("CHAINCODE_SERVER_ADDRESS", "127.0.0.1:" + port);
    variables.put("CORE_PEER_LOCALMSPID", mspId);
    try {
      Files.createDirectories(logs);
      SupervisedProcess process =
          SupervisedProcess.start(
              name, program, arguments, variables, logs, logs.resolve(name + ".log"));
      Readiness.await(process, port);
      return new Running(process, packageId, port);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name, e);
    }
  }

  private record Running(SupervisedProcess process, String packageId, int port) {}
}
