// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.determinism;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.huxin.contract.Outcome;
import org.huxin.contract.sample.ContractBench;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Runs every test of the operations once more, in the order of their names, and says of each call
 * that the contract accepted what it answered and wrote: the digest of its bytes. A program of its
 * own, which {@link DeterminismTest} starts in different JVMs.
 */
final class EveryStory {
  /** Seals a trail with fresh randomness, as holders' trails must be: its statement differs. */
  private static final String SEALING = "aStatutoryUseLeavesATrailThatTheHolderOpensAndNobodyElse";

  private EveryStory() {}

  /**
   * Prints the calls.
   *
   * @param arguments the folder of the compiled tests
   */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    ContractBench.observe((name, accepted) -> out.println(line(name, accepted)));
    tell(Path.of(arguments[0]), story -> out.println("# " + story));
  }

  /**
   * Runs every test of the operations.
   *
   * @param folder that of the compiled tests
   * @param beginning is told the name of each before it runs
   */
  static void tell(Path folder, Consumer<String> beginning) throws Exception {
    for (Class<?> type : tests(folder)) {
      List<Method> methods =
          Arrays.stream(type.getDeclaredMethods())
              .filter(method -> method.isAnnotationPresent(Test.class))
              .filter(method -> !method.getName().equals(SEALING))
              .sorted(Comparator.comparing(Method::getName))
              .toList();
      for (Method method : methods) {
        beginning.accept(type.getSimpleName() + "." + method.getName());
        run(type, method);
      }
    }
  }

  /** Where the compiled tests are. */
  static Path folder() throws URISyntaxException {
    return Path.of(EveryStory.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static List<Class<?>> tests(Path folder) throws IOException, ClassNotFoundException {
    List<String> names;
    try (Stream<Path> files = Files.walk(folder)) {
      names =
          files
              .map(file -> folder.relativize(file).toString())
              .filter(name -> name.endsWith("Test.class"))
              .map(name -> name.replace(".class", "").replace('/', '.').replace('\\', '.'))
              .filter(name -> !name.contains(".table.") && !name.contains(".determinism."))
              // Ten thousand random sequences would take minutes and call nothing else.
              .filter(name -> !name.contains(".property."))
              .sorted()
              .toList();
    }
    List<Class<?>> types = new ArrayList<>();
    for (String name : names) {
      types.add(Class.forName(name));
    }
    return types;
  }

  private static void run(Class<?> type, Method method) throws ReflectiveOperationException {
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    Object test = constructor.newInstance();
    for (Method before : type.getDeclaredMethods()) {
      if (before.isAnnotationPresent(BeforeEach.class)) {
        invoke(before, test);
      }
    }
    invoke(method, test);
  }

  private static void invoke(Method method, Object test) throws ReflectiveOperationException {
    method.setAccessible(true);
    try {
      method.invoke(test);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(method.getName(), e.getCause());
    }
  }

  private static String line(String name, Outcome outcome) {
    StringBuilder text = new StringBuilder(name);
    text.append(' ').append(DigestAlgorithm.SHA_256.digest(outcome.result()).value().hex());
    if (outcome instanceof Outcome.Accepted accepted) {
      for (Outcome.Write write : accepted.writes()) {
        text.append(' ').append(write.key().replace('\u0000', '/'));
        text.append('=').append(DigestAlgorithm.SHA_256.digest(write.value()).value().hex());
      }
    }
    return text.toString();
  }
}
