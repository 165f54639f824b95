// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.identity;

import com.google.protobuf.ByteString;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.huxin.crypto.bytes.Bytes;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.FabricNodeOUs;
import org.hyperledger.fabric.protos.msp.FabricOUIdentifier;

/**
 * What an organisation makes of the organisational units of its certificates: which of them tell
 * clients, peers, administrators and orderers apart, and which of them a certificate needs at all.
 * Immutable.
 */
final class OrganisationUnits {
  /**
   * A unit with a role.
   *
   * @param name as certificates have it
   * @param certifiers the chain that alone may certify it; empty if any may
   */
  private record RoleUnit(String name, Optional<Bytes> certifiers) {}

  private final boolean enforced;
  private final Map<MSPRoleType, RoleUnit> roles = new EnumMap<>(MSPRoleType.class);

  /** Later roles win where two have one unit, in the order client, peer, admin, orderer. */
  private final Map<String, RoleUnit> byName = new HashMap<>();

  private final Map<String, Set<Bytes>> accepted = new HashMap<>();

  /**
   * Reads an MSP's units.
   *
   * @param chainOf identifies the chain of an authority in PEM
   * @throws IllegalArgumentException if a unit names an authority that is none of this MSP
   */
  OrganisationUnits(FabricMSPConfig msp, Function<ByteString, Bytes> chainOf) {
    FabricNodeOUs units = msp.getFabricNodeOus();
    if (units.hasClientOuIdentifier()) {
      put(MSPRoleType.CLIENT, units.getClientOuIdentifier(), chainOf);
    }
    if (units.hasPeerOuIdentifier()) {
      put(MSPRoleType.PEER, units.getPeerOuIdentifier(), chainOf);
    }
    if (units.hasAdminOuIdentifier()) {
      put(MSPRoleType.ADMIN, units.getAdminOuIdentifier(), chainOf);
    }
    if (units.hasOrdererOuIdentifier()) {
      put(MSPRoleType.ORDERER, units.getOrdererOuIdentifier(), chainOf);
    }
    enforced = units.getEnable() && !roles.isEmpty();
    for (FabricOUIdentifier unit : msp.getOrganizationalUnitIdentifiersList()) {
      accepted
          .computeIfAbsent(unit.getOrganizationalUnitIdentifier(), name -> new HashSet<>())
          .add(chainOf.apply(unit.getCertificate()));
    }
  }

  private void put(MSPRoleType role, FabricOUIdentifier unit, Function<ByteString, Bytes> chainOf) {
    RoleUnit read =
        new RoleUnit(
            unit.getOrganizationalUnitIdentifier(),
            unit.getCertificate().isEmpty()
                ? Optional.empty()
                : Optional.of(chainOf.apply(unit.getCertificate())));
    roles.put(role, read);
    byName.put(read.name, read);
  }

  /** Whether units tell roles apart; else only listed administrators differ from members. */
  boolean areEnforced() {
    return enforced;
  }

  /** Whether units make administrators. */
  boolean nameAdministrators() {
    return enforced && roles.containsKey(MSPRoleType.ADMIN);
  }

  /**
   * Whether a certificate has a unit that is accepted, if any is asked for, and exactly one with a
   * role, if roles are told apart.
   *
   * @param certifiers the chain that has certified them
   */
  boolean allow(List<String> units, Bytes certifiers) {
    boolean known =
        accepted.isEmpty()
            || units.stream()
                .anyMatch(unit -> accepted.getOrDefault(unit, Set.of()).contains(certifiers));
    if (!known || !enforced) {
      return known;
    }
    int found = 0;
    for (String unit : units) {
      RoleUnit role = byName.get(unit);
      if (role == null) {
        continue;
      }
      found++;
      if (found > 1 || !role.certifiers.map(certifiers::equals).orElse(true)) {
        return false;
      }
    }
    return found == 1;
  }

  /** The roles that a certificate's units give, whoever certified them; empty if none do. */
  Set<MSPRoleType> roles(List<String> units) {
    Set<MSPRoleType> found = EnumSet.noneOf(MSPRoleType.class);
    if (enforced) {
      roles.forEach(
          (role, unit) -> {
            if (units.contains(unit.name)) {
              found.add(role);
            }
          });
    }
    return found;
  }
}
