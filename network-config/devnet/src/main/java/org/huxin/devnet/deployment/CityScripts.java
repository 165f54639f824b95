// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.deployment;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huxin.chaincode.packaging.ServicePackage;
import org.huxin.devnet.topology.City;
import org.huxin.devnet.topology.Topology;

/**
 * How a city's operators found the network, each at their own machine: with Fabric's {@code peer}
 * command line and {@code curl}.
 */
record CityScripts(Topology topology, City city, ServicePackage contract, String version) {
  private static final String HEAD =
      """
      #!/bin/sh
      # %s
      set -eu
      here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
      """;

  private static final String AS_ADMINISTRATOR =
      """
      # What the shell says of Fabric would change what is done here.
      unset $(env | sed -n 's/^\\(CORE_[A-Z_]*\\)=.*/\\1/p')
      set -a
      . "$here/administrator.env"
      set +a
      """;

  /** By their file names. */
  Map<String, String> all() {
    return Map.of(
        "1-join-orderer.sh", joinOrderer(),
        "2-join-peer.sh", joinPeer(),
        "3-approve.sh", approve(),
        "4-commit.sh", commit(),
        "5-found.sh", found());
  }

  private String joinOrderer() {
    return HEAD.formatted("Lets this city's orderer join the channel. Each city does this, once.")
        + """
        operator="$here/keys/users/Operator@%1$s/tls"
        curl --fail --silent --show-error --max-time 60 \\
          --cacert "$operator/ca.crt" --cert "$operator/client.crt" --key "$operator/client.key" \\
          --form config-block=@"$here/genesis.block" \\
          "https://%2$s/participation/v1/channels"
        """
            .formatted(city.domain(), city.endpoints().ordererAdmin());
  }

  private String joinPeer() {
    return HEAD.formatted(
            "Lets this city's peer join the channel and installs the contract. Each city, once.")
        + AS_ADMINISTRATOR
        + """
        peer channel join --blockpath "$here/genesis.block"
        peer lifecycle chaincode install "$here/huxin.tar.gz"
        """;
  }

  private String approve() {
    return HEAD.formatted(
            "Approves the contract for this city: in force once three of four did. Each city.")
        + AS_ADMINISTRATOR
        + "peer lifecycle chaincode approveformyorg "
        + definition()
        + " --package-id "
        + contract.packageId()
        + " "
        + orderer()
        + "\n";
  }

  private String commit() {
    return HEAD.formatted("Puts the contract into force. One city, after the others approved.")
        + AS_ADMINISTRATOR
        + "peer lifecycle chaincode commit "
        + definition()
        + " "
        + orderer()
        + " \\\n  "
        + everyPeer()
        + "\n";
  }

  private String found() {
    return HEAD.formatted("Founds the ledger with genesis.json. One city, once; again is harmless.")
        + AS_ADMINISTRATOR
        + "peer chaincode invoke --waitForEvent --channelID "
        + topology.channel()
        + " --name "
        + topology.chaincode()
        + " --ctor \"$(cat \"$here/found.json\")\" "
        + orderer()
        + " \\\n  "
        + everyPeer()
        + "\n";
  }

  /** Where requests go is named: asked for it, the command line wants discovery. */
  private String orderer() {
    return "--orderer %s --tls --cafile \"$here/cities/%s/tlsca.pem\""
        .formatted(city.endpoints().orderer(), city.domain());
  }

  private String definition() {
    String members =
        topology.cities().stream()
            .map(member -> "'" + member.mspId() + ".peer'")
            .collect(Collectors.joining(", "));
    return "--channelID %s --name %s --version %s --sequence 1 --signature-policy \"OutOf(%d, %s)\""
        .formatted(
            topology.channel(),
            topology.chaincode(),
            version,
            topology.endorsementsRequired(),
            members);
  }

  private String everyPeer() {
    List<String> peers =
        topology.cities().stream()
            .map(
                member ->
                    "--peerAddresses %s --tlsRootCertFiles \"$here/cities/%s/tlsca.pem\""
                        .formatted(member.endpoints().peer(), member.domain()))
            .toList();
    return String.join(" \\\n  ", peers);
  }
}
