// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.deployment;

import java.util.Locale;
import org.huxin.devnet.fabric.FabricPrograms;
import org.huxin.devnet.topology.City;

/**
 * A city's processes as containers. The peer and its chaincode have a network of their own, which
 * nobody else reaches; the cities' network is one that is made once, or that of the machine.
 */
record ComposeFile(City city, Installation installation) {
  /** The network by which cities reach each other where several run on one machine. */
  static final String CITIES = "huxin";

  String text() {
    return """
        # SPDX-License-Identifier: Apache-2.0
        # %1$s: one city's machine. All cities on one machine: docker network create %9$s, then this file of each.
        name: huxin-%2$s
        services:
          orderer:
            image: ${HUXIN_ORDERER_IMAGE:-hyperledger/fabric-orderer:%3$s}
            command: orderer
            env_file: orderer.env
            volumes:
              - .:%4$s:ro
              - orderer:%5$s
            ports:
              - "%6$d:%6$d"
              - "127.0.0.1:%7$d:%7$d"
            networks:
              cities:
                aliases: ["%10$s"]
            restart: unless-stopped
          peer:
            image: ${HUXIN_PEER_IMAGE:-hyperledger/fabric-peer:%3$s}
            command: peer node start
            env_file: peer.env
            volumes:
              - .:%4$s:ro
              - peer:%5$s
            ports:
              - "%8$d:%8$d"
            networks:
              cities:
                aliases: ["%11$s"]
              inside: {}
            restart: unless-stopped
          chaincode:
            image: ${HUXIN_CHAINCODE_IMAGE:-huxin-chaincode:latest}
            env_file: chaincode.env
            networks:
              inside:
                aliases: ["%12$s"]
            restart: unless-stopped
        volumes:
          orderer: {}
          peer: {}
        networks:
          cities:
            name: %9$s
            external: true
          inside:
            internal: true
        """
        .formatted(
            city.name(),
            city.english().toLowerCase(Locale.ROOT),
            FabricPrograms.VERSION.substring(1),
            installation.folder(),
            installation.data(),
            city.endpoints().orderer().port(),
            city.endpoints().ordererAdmin().port(),
            city.endpoints().peer().port(),
            CITIES,
            city.endpoints().orderer().host(),
            city.endpoints().peer().host(),
            city.endpoints().chaincode().host());
  }
}
