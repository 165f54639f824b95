// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.readme;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Blocks of Java on a page for people, as a reader would paste them: whatever a block does not
 * declare itself is a field of its context.
 */
final class ReadmeSnippets {
  private static final Path ROOT = Path.of(System.getProperty("huxin.root", ""));
  private static final Pattern BLOCK = Pattern.compile("(?m)^```java\\n(.*?)^```$", Pattern.DOTALL);

  /** Whose packages a reader imports. */
  private static final List<String> MODULES =
      List.of("proto/crypto", "proto/core", "proto/seal", "sdk");

  private static final List<String> JDK =
      List.of("java.nio.file", "java.sql", "java.time", "java.util", "java.util.concurrent");

  /** Types whose inner ones are spoken of by themselves. */
  private static final List<String> OUTER = List.of("org.huxin.sdk.ledger.LedgerClient");

  private final Path classes;
  private int compiled;

  /**
   * Compiles into a folder.
   *
   * @param classes which is empty
   */
  ReadmeSnippets(Path classes) {
    this.classes = classes;
  }

  /** The blocks of README.md, in their order. */
  static List<String> blocks() throws IOException {
    return blocks(Files.readString(ROOT.resolve("README.md")));
  }

  static List<String> blocks(String page) {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(page);
    while (matcher.find()) {
      blocks.add(matcher.group(1));
    }
    return blocks;
  }

  /** What the compiler says against a block in each context; empty if one of them takes it. */
  Optional<String> complaint(String block, List<? extends SnippetContext> contexts)
      throws Exception {
    StringBuilder complaints = new StringBuilder();
    for (SnippetContext context : contexts) {
      String name = "Snippet" + compiled++;
      List<String> against = compile(name, block, context.getClass());
      if (against.isEmpty()) {
        run(name, context);
        return Optional.empty();
      }
      complaints
          .append("\nin ")
          .append(context.getClass().getSimpleName())
          .append(": ")
          .append(String.join("\n  ", against));
    }
    return Optional.of(block + complaints);
  }

  private List<String> compile(String name, String block, Class<?> context) throws IOException {
    StringBuilder source = new StringBuilder();
    for (String each : packages()) {
      source.append("import ").append(each).append(".*;\n");
    }
    source
        .append("public class ")
        .append(name)
        .append(" extends ")
        .append(context.getName())
        .append(" {\n  public ")
        .append(name)
        .append("(")
        .append(context.getName())
        .append(" from) { super(from); }\n")
        .append("  @Override public void run() throws Exception {\n")
        .append(block)
        .append("  }\n}\n");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
      boolean done =
          compiler
              .getTask(
                  null,
                  files,
                  found,
                  List.of(
                      "-proc:none",
                      "-d",
                      classes.toString(),
                      "-classpath",
                      System.getProperty("java.class.path")),
                  null,
                  List.of(new Source(name, source.toString())))
              .call();
      return done
          ? List.of()
          : found.getDiagnostics().stream()
              .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
              .map(each -> each.getMessage(Locale.ROOT))
              .toList();
    }
  }

  private void run(String name, SnippetContext context) throws Exception {
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, ReadmeSnippets.class.getClassLoader())) {
      SnippetContext snippet =
          (SnippetContext)
              loader.loadClass(name).getConstructor(context.getClass()).newInstance(context);
      snippet.run();
    }
  }

  private static List<String> packages() throws IOException {
    List<String> packages = new ArrayList<>(JDK);
    packages.addAll(OUTER);
    for (String module : MODULES) {
      Path sources = ROOT.resolve(module).resolve("src/main/java");
      try (Stream<Path> files = Files.walk(sources)) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .filter(file -> !file.endsWith("package-info.java"))
            .map(file -> sources.relativize(file.resolveSibling("")).toString().replace('/', '.'))
            .distinct()
            .sorted()
            .forEach(packages::add);
      }
    }
    return packages;
  }

  /** A source file in memory. */
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
