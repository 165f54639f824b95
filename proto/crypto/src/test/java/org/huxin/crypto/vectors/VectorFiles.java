// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.vectors;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The cases of proto/vectors and the examples of proto/spec, for tests. */
public final class VectorFiles {
  private static final Path ROOT = Path.of(System.getProperty("huxin.root", "../.."));

  private VectorFiles() {}

  /**
   * One case.
   *
   * @param name the file's name without its ending
   * @param members what it holds
   */
  public record Case(String name, JsonObject members) {
    /** A text member. */
    public String text(String member) {
      return members.getString(member);
    }

    /** Whether the case is expected to go well. */
    public boolean isGood() {
      return text("expect").equals("ok");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** All cases of a topic, in the order of their names; at least one. */
  public static List<Case> of(String topic) {
    Path folder = ROOT.resolve("proto/vectors").resolve(topic);
    try (Stream<Path> files = Files.list(folder)) {
      List<Case> cases =
          files
              .filter(file -> file.toString().endsWith(".json"))
              .sorted()
              .map(VectorFiles::read)
              .toList();
      if (cases.isEmpty()) {
        throw new IllegalStateException("no case in " + folder);
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Case read(Path file) {
    String name = file.getFileName().toString();
    try (JsonReader reader =
        Json.createReader(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
      return new Case(name.substring(0, name.length() - ".json".length()), reader.readObject());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of the fenced block that a spec page opens with {@code ```text NAME}. */
  public static String example(String page, String name) {
    try {
      String text = Files.readString(ROOT.resolve("proto/spec").resolve(page + ".md"));
      String fence = "```text " + name + "\n";
      int start = text.indexOf(fence);
      int end = text.indexOf("\n```", start);
      if (start < 0 || end < 0) {
        throw new IllegalStateException(page + ".md has no example " + name);
      }
      return text.substring(start + fence.length(), end);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The example as {@link #example} gives it; with the system property {@code huxin.write-vectors}
   * set to true it is first replaced by the text that the caller has computed.
   */
  public static String currentExample(String page, String name, String computed) {
    if (Boolean.getBoolean("huxin.write-vectors")) {
      Path file = ROOT.resolve("proto/spec").resolve(page + ".md");
      try {
        String text = Files.readString(file);
        String fence = "```text " + name + "\n";
        int start = text.indexOf(fence) + fence.length();
        int end = text.indexOf("\n```", start - 1);
        Files.writeString(file, text.substring(0, start) + computed + text.substring(end));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return example(page, name);
  }
}
