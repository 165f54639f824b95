// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A YAML mapping read member by member. A mistake is noted with its line and its path, and reading
 * goes on with a stand-in, so that one reading finds them all.
 */
final class YamlMapping {
  private final String path;
  private final int line;
  private final List<String> mistakes;
  private final Map<String, Node> members = new LinkedHashMap<>();

  private YamlMapping(String path, int line, List<String> mistakes) {
    this.path = path;
    this.line = line;
    this.mistakes = mistakes;
  }

  static YamlMapping of(Node node, String path, List<String> mistakes) {
    YamlMapping mapping = new YamlMapping(path, lineOf(node), mistakes);
    if (node instanceof MappingNode found) {
      for (NodeTuple member : found.getValue()) {
        mapping.add(member);
      }
    } else {
      mapping.mistake("must be a mapping");
    }
    return mapping;
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  private void add(NodeTuple member) {
    String name = member.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
    if (members.putIfAbsent(name, member.getValueNode()) != null) {
      mistakeAt(lineOf(member.getKeyNode()), name, "stands here twice");
    }
  }

  /** A text, unquoted or quoted, that has the given form. */
  String text(String name, Pattern form, String formInWords) {
    Node node = members.remove(name);
    if (node instanceof ScalarNode scalar) {
      if (!form.matcher(scalar.getValue()).matches()) {
        mistakeAt(lineOf(node), name, "must be " + formInWords);
      }
      return scalar.getValue();
    }
    missing(name, node, "a text");
    return "";
  }

  Endpoint endpoint(String name) {
    Node node = members.remove(name);
    if (node instanceof ScalarNode scalar) {
      try {
        return Endpoint.parse(scalar.getValue());
      } catch (IllegalArgumentException e) {
        mistakeAt(lineOf(node), name, String.valueOf(e.getMessage()));
      }
    } else {
      missing(name, node, "an endpoint");
    }
    return new Endpoint("missing.invalid", 1);
  }

  YamlMapping mapping(String name) {
    Node node = members.remove(name);
    if (node != null) {
      return of(node, path(name), mistakes);
    }
    missing(name, null, "a mapping");
    // A missing mapping is one mistake; its members need not be reported one by one.
    return new YamlMapping(path(name), line, new ArrayList<>());
  }

  List<YamlMapping> mappings(String name) {
    Node node = members.remove(name);
    List<YamlMapping> found = new ArrayList<>();
    if (node instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
      for (Node element : sequence.getValue()) {
        found.add(of(element, path(name) + "[" + found.size() + "]", mistakes));
      }
    } else {
      missing(name, node, "a list that is not empty");
    }
    return found;
  }

  /** To be called when every known member was read: what is left is unknown. */
  void refuseTheRest() {
    members.forEach((name, node) -> mistakeAt(lineOf(node), name, "is not known"));
    members.clear();
  }

  void mistake(String what) {
    mistakes.add("line " + line + ": " + (path.isEmpty() ? "the document" : path) + " " + what);
  }

  private void mistakeAt(int atLine, String name, String what) {
    mistakes.add("line " + atLine + ": " + path(name) + " " + what);
  }

  private void missing(String name, @Nullable Node node, String what) {
    if (node == null) {
      mistakeAt(line, name, "is missing");
    } else {
      mistakeAt(lineOf(node), name, "must be " + what);
    }
  }

  private String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
