// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.sample;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every plain test of the contract's operations, run once more in the order of their names. */
public final class PlainTests {
  private PlainTests() {}

  /**
   * Runs them.
   *
   * @param chosen which, by the name
   * @param beginning told of each test before it runs, as {@code Class.method}
   */
  public static void run(Predicate<String> chosen, Consumer<String> beginning)
      throws IOException, URISyntaxException, ReflectiveOperationException {
    for (Class<?> type : types()) {
      List<Method> methods =
          Arrays.stream(type.getDeclaredMethods())
              .filter(method -> method.isAnnotationPresent(Test.class))
              .sorted(Comparator.comparing(Method::getName))
              .toList();
      for (Method method : methods) {
        String name = type.getSimpleName() + "." + method.getName();
        if (chosen.test(name)) {
          beginning.accept(name);
          run(type, method);
        }
      }
    }
  }

  private static List<Class<?>> types()
      throws IOException, URISyntaxException, ClassNotFoundException {
    Path place =
        Path.of(PlainTests.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(place)) {
      return types(place);
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      return types(jar.getPath("/"));
    }
  }

  private static List<Class<?>> types(Path folder) throws IOException, ClassNotFoundException {
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
}
