// SPDX-License-Identifier: Apache-2.0
package org.huxin.chaincode.process;

import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.huxin.chaincode.HuxinChaincode;
import org.huxin.contract.Contract;
import org.huxin.contract.table.HuxinContract;

/**
 * The program: serves the contract to one peer until it is told to end. Settings come from the
 * environment ({@link ServiceSettings}). Says one line when it listens, and one for each setting
 * that is wrong.
 */
public final class HuxinService {
  /** As sysexits.h has it: the settings are wrong. */
  private static final int BAD_SETTINGS = 78;

  /** As sysexits.h has it: the address cannot be had. */
  private static final int CANNOT_LISTEN = 69;

  /**
   * Libraries that would say what goes through them, or a line for each refusal. Held, for the
   * settings of a logger end with it.
   */
  private static final List<Logger> QUIET =
      List.of(Logger.getLogger("org.hyperledger"), Logger.getLogger("io.grpc"));

  private HuxinService() {}

  /** Serves until the process is told to end. */
  public static void main(String[] arguments) throws InterruptedException {
    int code = run(System.getenv(), System.err);
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Whatever the settings of Java's logging say of the loggers beneath it. */
  private static void silence(Logger logger) {
    logger.setLevel(Level.OFF);
    logger.setUseParentHandlers(false);
    for (Handler handler : logger.getHandlers()) {
      logger.removeHandler(handler);
    }
  }

  /** One line, whatever a library has to say. */
  private static String reason(Exception failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }

  private static int run(Map<String, String> environment, PrintStream out)
      throws InterruptedException {
    // The shim's classes set nothing themselves, unless they are told to by its own main.
    QUIET.forEach(HuxinService::silence);
    ServiceSettings settings;
    try {
      settings = ServiceSettings.read(environment);
    } catch (SettingsRefusedException e) {
      e.problems().forEach(problem -> out.println("huxin-chaincode: " + problem));
      return BAD_SETTINGS;
    }
    Contract contract = HuxinContract.create();
    new WarmUp(contract, settings.ledger()).run();
    HuxinChaincode chaincode =
        new HuxinChaincode(contract, settings.ledger(), InstantSource.system());
    try (ChaincodeListener listener = ChaincodeListener.start(chaincode, settings)) {
      Runtime.getRuntime().addShutdownHook(new Thread(listener::close, "stop"));
      out.println(
          "huxin-chaincode: listens on "
              + settings.address().host()
              + ":"
              + listener.port()
              + (settings.tls().isPresent() ? " with mutual TLS" : " without TLS")
              + ", ledger "
              + settings.ledger());
      listener.await();
      return 0;
    } catch (IOException | IllegalArgumentException e) {
      out.println("huxin-chaincode: cannot listen: " + reason(e));
      return CANNOT_LISTEN;
    }
  }
}
