// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.huxin.devnet.topology.City;

/**
 * What differs from city to city in the settings of Fabric's programs, as variables of their
 * environment.
 *
 * @param city whose programs they are
 * @param listenHost the address on which they listen
 * @param keys the city's keys, as {@link org.huxin.embedded.pki.OrganisationKeysFolder} writes them
 * @param settings what all cities have in common, as {@link FabricSettings} writes it
 * @param builder of chaincode packages, as {@link ServiceBuilder} writes it
 * @param data where the orderer and the peer keep theirs, each in a folder of its own
 */
public record CityVariables(
    City city, String listenHost, Path keys, Path settings, Path builder, Path data) {
  private static final String LOOPBACK = "127.0.0.1";

  /** Fabric's own, without the colours of a terminal. */
  private static final String LOG_FORMAT =
      "%{time:2006-01-02 15:04:05.000 MST} [%{module}] %{shortfunc} -> %{level:.4s} %{message}";

  /** The orderer's variables, in the order of their names. */
  public Map<String, String> orderer() {
    Path identity = keys.resolve("orderers").resolve("orderer0." + city.domain());
    Path tls = identity.resolve("tls");
    Path own = data.resolve("orderer");
    Map<String, String> variables = common();
    variables.put("ORDERER_GENERAL_LISTENADDRESS", listenHost);
    variables.put(
        "ORDERER_GENERAL_LISTENPORT", Integer.toString(city.endpoints().orderer().port()));
    variables.put("ORDERER_GENERAL_LOCALMSPID", city.mspId());
    variables.put("ORDERER_GENERAL_LOCALMSPDIR", identity.resolve("msp").toString());
    variables.put("ORDERER_GENERAL_TLS_PRIVATEKEY", tls.resolve("server.key").toString());
    variables.put("ORDERER_GENERAL_TLS_CERTIFICATE", tls.resolve("server.crt").toString());
    variables.put("ORDERER_GENERAL_TLS_ROOTCAS", "[" + tls.resolve("ca.crt") + "]");
    variables.put("ORDERER_ADMIN_LISTENADDRESS", listens(city.endpoints().ordererAdmin().port()));
    variables.put("ORDERER_ADMIN_TLS_PRIVATEKEY", tls.resolve("server.key").toString());
    variables.put("ORDERER_ADMIN_TLS_CERTIFICATE", tls.resolve("server.crt").toString());
    variables.put("ORDERER_ADMIN_TLS_CLIENTROOTCAS", "[" + tls.resolve("ca.crt") + "]");
    variables.put("ORDERER_FILELEDGER_LOCATION", own.resolve("ledger").toString());
    variables.put("ORDERER_CONSENSUS_WALDIR", own.resolve("wal").toString());
    variables.put("ORDERER_CONSENSUS_SNAPDIR", own.resolve("snapshots").toString());
    return variables;
  }

  /** The peer's variables, in the order of their names. */
  public Map<String, String> peer() {
    Path identity = keys.resolve("peers").resolve("peer0." + city.domain());
    Path tls = identity.resolve("tls");
    Path own = data.resolve("peer");
    String address = city.endpoints().peer().toString();
    Map<String, String> variables = common();
    variables.put("CORE_PEER_ID", "peer0." + city.domain());
    variables.put("CORE_PEER_LOCALMSPID", city.mspId());
    variables.put("CORE_PEER_MSPCONFIGPATH", identity.resolve("msp").toString());
    variables.put("CORE_PEER_LISTENADDRESS", listens(city.endpoints().peer().port()));
    variables.put("CORE_PEER_ADDRESS", address);
    variables.put("CORE_PEER_GOSSIP_BOOTSTRAP", address);
    variables.put("CORE_PEER_GOSSIP_EXTERNALENDPOINT", address);
    // Chaincode is called, it never calls: any port will do.
    variables.put("CORE_PEER_CHAINCODELISTENADDRESS", LOOPBACK + ":0");
    variables.put("CORE_PEER_TLS_CERT_FILE", tls.resolve("server.crt").toString());
    variables.put("CORE_PEER_TLS_KEY_FILE", tls.resolve("server.key").toString());
    variables.put("CORE_PEER_TLS_ROOTCERT_FILE", tls.resolve("ca.crt").toString());
    variables.put("CORE_PEER_FILESYSTEMPATH", own.resolve("ledger").toString());
    variables.put("CORE_LEDGER_SNAPSHOTS_ROOTDIR", own.resolve("snapshots").toString());
    // Without quotes, which files of variables treat each in its own way.
    variables.put("CORE_CHAINCODE_EXTERNALBUILDERS", "[{name: ccaas, path: " + builder + "}]");
    return variables;
  }

  /** What the {@code peer} command line needs to work at the city's peer as its administrator. */
  public Map<String, String> administrator() {
    Path tls = keys.resolve("peers").resolve("peer0." + city.domain()).resolve("tls");
    Map<String, String> variables = common();
    variables.put("CORE_PEER_LOCALMSPID", city.mspId());
    variables.put(
        "CORE_PEER_MSPCONFIGPATH",
        keys.resolve("users").resolve("Admin@" + city.domain()).resolve("msp").toString());
    variables.put("CORE_PEER_ADDRESS", city.endpoints().peer().toString());
    variables.put("CORE_PEER_TLS_ENABLED", "true");
    variables.put("CORE_PEER_TLS_ROOTCERT_FILE", tls.resolve("ca.crt").toString());
    return variables;
  }

  private Map<String, String> common() {
    Map<String, String> variables = new TreeMap<>();
    variables.put("FABRIC_CFG_PATH", settings.toString());
    variables.put("FABRIC_LOGGING_FORMAT", LOG_FORMAT);
    return variables;
  }

  private String listens(int port) {
    return listenHost + ":" + port;
  }
}
