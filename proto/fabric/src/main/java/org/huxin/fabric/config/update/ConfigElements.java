// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.config.update;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ConfigValue;

/**
 * All elements of a configuration, or of what an update reads or writes, by kind and path. Groups,
 * values and policies have names of their own kind each. Stateless.
 */
final class ConfigElements {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9.-]{1,249}");
  private static final String ROOT = "/Channel";
  private static final String GROUP = "group ";
  private static final String VALUE = "value ";
  private static final String POLICY = "policy ";
  private static final String SEPARATOR = "/";

  /** Where its presence shows that elements without a policy for changes get one. */
  private static final String ORDERER_CAPABILITIES = VALUE + ROOT + "/Orderer/Capabilities";

  private ConfigElements() {}

  /**
   * The elements beneath a channel's group, and that group itself.
   *
   * @throws IllegalArgumentException if one has a name that Fabric does not allow
   */
  static Map<String, ConfigElement> of(ConfigGroup channel) {
    Map<String, ConfigElement> elements = new TreeMap<>();
    add(ROOT, channel, elements);
    return elements;
  }

  private static void add(String path, ConfigGroup group, Map<String, ConfigElement> into) {
    into.put(
        GROUP + path, new ConfigElement(path, group.getVersion(), group.getModPolicy(), group));
    group
        .getValuesMap()
        .forEach(
            (name, value) ->
                into.put(
                    VALUE + path(path, name),
                    new ConfigElement(path, value.getVersion(), value.getModPolicy(), value)));
    group
        .getPoliciesMap()
        .forEach(
            (name, policy) ->
                into.put(
                    POLICY + path(path, name),
                    new ConfigElement(path, policy.getVersion(), policy.getModPolicy(), policy)));
    group.getGroupsMap().forEach((name, child) -> add(path(path, name), child, into));
  }

  private static String path(String group, String name) {
    if (!isName(name)) {
      throw new IllegalArgumentException("a name is none in " + group);
    }
    return group + SEPARATOR + name;
  }

  /** Whether a name is one for elements: letters, digits, dots and hyphens. */
  static boolean isName(String name) {
    return NAME.matcher(name).matches() && !name.equals(".") && !name.equals("..");
  }

  /** The channel's group that elements make up; each lists its members, which are looked up. */
  static ConfigGroup join(Map<String, ConfigElement> elements) {
    return join(ROOT, elements);
  }

  private static ConfigGroup join(String path, Map<String, ConfigElement> elements) {
    boolean named = elements.containsKey(ORDERER_CAPABILITIES);
    ConfigGroup listed = element(GROUP + path, elements, ConfigGroup.class);
    ConfigGroup.Builder group = listed.toBuilder();
    listed
        .getGroupsMap()
        .keySet()
        .forEach(name -> group.putGroups(name, join(path + SEPARATOR + name, elements)));
    for (String name : listed.getValuesMap().keySet()) {
      ConfigValue value = element(VALUE + path + SEPARATOR + name, elements, ConfigValue.class);
      group.putValues(
          name,
          named && value.getModPolicy().isEmpty()
              ? value.toBuilder().setModPolicy("Admins").build()
              : value);
    }
    for (String name : listed.getPoliciesMap().keySet()) {
      ConfigPolicy policy = element(POLICY + path + SEPARATOR + name, elements, ConfigPolicy.class);
      group.putPolicies(
          name,
          named && policy.getModPolicy().isEmpty()
              ? policy.toBuilder().setModPolicy("Admins").build()
              : policy);
    }
    if (named && group.getModPolicy().isEmpty()) {
      group.setModPolicy("Admins");
    }
    return group.build();
  }

  private static <T> T element(String key, Map<String, ConfigElement> elements, Class<T> type) {
    ConfigElement found = elements.get(key);
    if (found == null) {
      throw new IllegalStateException("what a group lists was written or there before: " + key);
    }
    return type.cast(found.message());
  }
}
