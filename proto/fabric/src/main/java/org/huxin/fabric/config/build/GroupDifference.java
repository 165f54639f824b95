// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.config.build;

import java.util.Map;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ConfigValue;

/**
 * The difference between two states of a group. What stays is read; what is new is written with
 * version 0, what is other than before with the next version; a group whose members come or go is
 * written with its next version and then lists all its members.
 *
 * @param readSet what the update relies on
 * @param writeSet what the update leaves behind
 * @param changed whether anything differs
 */
record GroupDifference(ConfigGroup readSet, ConfigGroup writeSet, boolean changed) {

  static GroupDifference between(ConfigGroup before, ConfigGroup after) {
    Walk walk = new Walk();
    walk.policies(before.getPoliciesMap(), after.getPoliciesMap());
    walk.values(before.getValuesMap(), after.getValuesMap());
    walk.groups(before.getGroupsMap(), after.getGroupsMap());
    boolean ownChange = walk.membersChanged || !before.getModPolicy().equals(after.getModPolicy());
    long version = before.getVersion();
    if (!ownChange) {
      ConfigGroup read = walk.read.setVersion(version).build();
      ConfigGroup write = walk.write.setVersion(version).build();
      return new GroupDifference(read, write, walk.membersWritten);
    }
    ConfigGroup same = walk.same.build();
    return new GroupDifference(
        walk.read.mergeFrom(same).setVersion(version).build(),
        walk.write
            .mergeFrom(same)
            .setVersion(version + 1)
            .setModPolicy(after.getModPolicy())
            .build(),
        true);
  }

  /** The members of a group, compared one kind after the other. */
  private static final class Walk {
    final ConfigGroup.Builder read = ConfigGroup.newBuilder();
    final ConfigGroup.Builder write = ConfigGroup.newBuilder();
    final ConfigGroup.Builder same = ConfigGroup.newBuilder();
    boolean membersChanged;
    boolean membersWritten;

    void policies(Map<String, ConfigPolicy> before, Map<String, ConfigPolicy> after) {
      membersChanged |= !before.keySet().equals(after.keySet());
      after.forEach(
          (name, policy) -> {
            ConfigPolicy old = before.get(name);
            if (old != null && unversioned(old).equals(unversioned(policy))) {
              same.putPolicies(
                  name, ConfigPolicy.newBuilder().setVersion(old.getVersion()).build());
            } else {
              membersWritten = true;
              write.putPolicies(
                  name,
                  policy.toBuilder().setVersion(old == null ? 0 : old.getVersion() + 1).build());
            }
          });
    }

    void values(Map<String, ConfigValue> before, Map<String, ConfigValue> after) {
      membersChanged |= !before.keySet().equals(after.keySet());
      after.forEach(
          (name, value) -> {
            ConfigValue old = before.get(name);
            if (old != null && unversioned(old).equals(unversioned(value))) {
              same.putValues(name, ConfigValue.newBuilder().setVersion(old.getVersion()).build());
            } else {
              membersWritten = true;
              write.putValues(
                  name,
                  value.toBuilder().setVersion(old == null ? 0 : old.getVersion() + 1).build());
            }
          });
    }

    void groups(Map<String, ConfigGroup> before, Map<String, ConfigGroup> after) {
      membersChanged |= !before.keySet().equals(after.keySet());
      after.forEach(
          (name, group) -> {
            ConfigGroup old = before.get(name);
            if (old == null) {
              membersWritten = true;
              write.putGroups(name, fresh(group));
              return;
            }
            GroupDifference difference = between(old, group);
            if (difference.changed()) {
              membersWritten = true;
              read.putGroups(name, difference.readSet());
              write.putGroups(name, difference.writeSet());
            } else {
              same.putGroups(name, difference.readSet());
            }
          });
    }

    private static ConfigPolicy unversioned(ConfigPolicy policy) {
      return policy.toBuilder().clearVersion().build();
    }

    private static ConfigValue unversioned(ConfigValue value) {
      return value.toBuilder().clearVersion().build();
    }

    /** A group that was not there before: it and all beneath it begin at version 0. */
    private static ConfigGroup fresh(ConfigGroup group) {
      ConfigGroup.Builder fresh = group.toBuilder().clearVersion();
      group
          .getPoliciesMap()
          .forEach((name, policy) -> fresh.putPolicies(name, unversioned(policy)));
      group.getValuesMap().forEach((name, value) -> fresh.putValues(name, unversioned(value)));
      group.getGroupsMap().forEach((name, child) -> fresh.putGroups(name, fresh(child)));
      return fresh.build();
    }
  }
}
