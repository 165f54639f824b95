// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.topology;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.IdentifierRefusedException;
import org.huxin.core.id.Uscc;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads a topology strictly: unknown, repeated and missing members are refused, and so is what
 * contradicts itself; all mistakes are found in one reading. Stateless.
 */
public final class TopologyReader {
  /** A topology of a hundred cities has some 100 kB; the rest is room. */
  public static final int LARGEST = 1 << 20;

  private static final Pattern NAME = Pattern.compile("[\\p{IsHan}]{2,20}");
  private static final Pattern ENGLISH = Pattern.compile("[A-Z][a-z]{1,30}");
  private static final Pattern CITY_CODE = Pattern.compile("[1-9][0-9]{3}00");
  private static final Pattern DIVISION_CODE = Pattern.compile("[1-9][0-9]{5}");
  private static final Pattern CREDIT_CODE = Pattern.compile("[0-9A-Z]{18}");
  private static final Pattern AUTHORITY_NAME = Pattern.compile("[\\p{IsHan}()（）]{2,60}");
  private static final Pattern MSP_ID = Pattern.compile("[A-Za-z][A-Za-z0-9.-]{0,63}");
  private static final Pattern DOMAIN =
      Pattern.compile("[a-z0-9][a-z0-9-]{0,62}(\\.[a-z0-9][a-z0-9-]{0,62})+");

  /** Fabric's own rule for names of channels (configtx validator: at most 249 characters). */
  private static final Pattern CHANNEL = Pattern.compile("[a-z][a-z0-9.-]{0,248}");

  private static final Pattern CHAINCODE = Pattern.compile("[a-zA-Z0-9]+([-_][a-zA-Z0-9]+)*");
  private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,2}");

  private TopologyReader() {}

  /**
   * Reads a topology to the end of the stream.
   *
   * @throws TopologyRefusedException if it is not a sound topology; the exception lists every
   *     mistake
   * @throws IOException if the stream cannot be read
   */
  public static Topology read(InputStream yaml) throws IOException {
    byte[] bytes = yaml.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new TopologyRefusedException(
          TopologyRefusal.TOPOLOGY_TOO_LARGE, List.of("more than " + LARGEST + " bytes"));
    }
    List<String> mistakes = new ArrayList<>();
    YamlMapping document = YamlMapping.of(compose(bytes), "", mistakes);
    Topology topology = topology(document);
    if (mistakes.isEmpty()) {
      new TopologyRules(topology, mistakes).check();
    }
    if (!mistakes.isEmpty()) {
      throw new TopologyRefusedException(TopologyRefusal.TOPOLOGY_NOT_SOUND, mistakes);
    }
    return topology;
  }

  private static Node compose(byte[] bytes) {
    try {
      LoadSettings settings = LoadSettings.builder().setLabel("topology").build();
      List<Node> documents = new ArrayList<>();
      new Compose(settings)
          .composeAllFromInputStream(new ByteArrayInputStream(bytes))
          .forEach(documents::add);
      if (documents.size() == 1) {
        return documents.get(0);
      }
      throw new TopologyRefusedException(
          TopologyRefusal.TOPOLOGY_NOT_YAML, List.of(documents.size() + " documents, not one"));
    } catch (YamlEngineException e) {
      throw new TopologyRefusedException(
          TopologyRefusal.TOPOLOGY_NOT_YAML, List.of(String.valueOf(e.getMessage())));
    }
  }

  private static Topology topology(YamlMapping document) {
    String channel = document.text("channel", CHANNEL, "a channel name in lower case");
    String chaincode = document.text("chaincode", CHAINCODE, "a chaincode name");
    YamlMapping endorsement = document.mapping("endorsement");
    String required = endorsement.text("required", COUNT, "a number of cities");
    endorsement.refuseTheRest();
    List<City> cities = new ArrayList<>();
    for (YamlMapping city : document.mappings("cities")) {
      cities.add(city(city));
    }
    document.refuseTheRest();
    return new Topology(
        channel,
        chaincode,
        COUNT.matcher(required).matches() ? Integer.parseInt(required) : 0,
        cities);
  }

  private static City city(YamlMapping city) {
    City read =
        new City(
            city.text("code", CITY_CODE, "six digits that end in 00"),
            city.text("name", NAME, "a name of 2 to 20 Chinese characters"),
            city.text("english", ENGLISH, "a name in Latin letters"),
            city.text("mspId", MSP_ID, "an MSP id"),
            city.text("domain", DOMAIN, "a domain name in lower case"),
            governor(city.mapping("governor")),
            endpoints(city.mapping("endpoints")),
            divisions(city));
    city.refuseTheRest();
    return read;
  }

  private static Governor governor(YamlMapping governor) {
    Governor read =
        new Governor(
            governor.text("code", CREDIT_CODE, "a credit code of 18 characters"),
            governor.text("name", AUTHORITY_NAME, "a name of 2 to 60 characters"));
    governor.refuseTheRest();
    return read;
  }

  private static CityEndpoints endpoints(YamlMapping endpoints) {
    CityEndpoints read =
        new CityEndpoints(
            endpoints.endpoint("peer"),
            endpoints.endpoint("chaincode"),
            endpoints.endpoint("orderer"),
            endpoints.endpoint("ordererAdmin"),
            endpoints.endpoint("node"));
    endpoints.refuseTheRest();
    return read;
  }

  private static List<Division> divisions(YamlMapping city) {
    List<Division> divisions = new ArrayList<>();
    for (YamlMapping division : city.mappings("divisions")) {
      divisions.add(
          new Division(
              division.text("code", DIVISION_CODE, "six digits"),
              division.text("name", NAME, "a name of 2 to 20 Chinese characters")));
      division.refuseTheRest();
    }
    return divisions;
  }

  /** What holds between the members of a topology. */
  private static final class TopologyRules {
    private final Topology topology;
    private final List<String> mistakes;
    private final Set<String> seen = new HashSet<>();

    TopologyRules(Topology topology, List<String> mistakes) {
      this.topology = topology;
      this.mistakes = mistakes;
    }

    void check() {
      int cities = topology.cities().size();
      if (topology.endorsementsRequired() > cities) {
        mistakes.add("endorsement.required is more than the " + cities + " cities");
      }
      for (int i = 0; i < cities; i++) {
        check("cities[" + i + "]", topology.cities().get(i));
      }
    }

    private void check(String path, City city) {
      once(path, "code", city.code());
      once(path, "name", city.name());
      once(path, "english", city.english());
      once(path, "mspId", city.mspId());
      once(path, "domain", city.domain());
      once(path, "governor", city.governor().code());
      checkGovernor(path, city);
      CityEndpoints endpoints = city.endpoints();
      List.of(
              endpoints.peer(),
              endpoints.chaincode(),
              endpoints.orderer(),
              endpoints.ordererAdmin(),
              endpoints.node())
          .forEach(endpoint -> once(path, "endpoint", endpoint.toString()));
      String last = "";
      for (Division division : city.divisions()) {
        if (!division.code().startsWith(city.code().substring(0, 4))
            || division.code().equals(city.code())) {
          mistakes.add(path + ": division " + division.code() + " is not beneath " + city.code());
        }
        if (division.code().compareTo(last) <= 0) {
          mistakes.add(path + ": division " + division.code() + " is out of order or repeated");
        }
        last = division.code();
      }
    }

    private void checkGovernor(String path, City city) {
      String code = city.governor().code();
      try {
        if (Uscc.parse(code).division().filter(new DivisionCode(city.code())::covers).isEmpty()) {
          mistakes.add(path + ": governor " + code + " is not registered in " + city.code());
        }
      } catch (IdentifierRefusedException e) {
        mistakes.add(path + ": governor " + code + " is no credit code: " + e.code());
      }
    }

    private void once(String path, String what, String value) {
      if (!seen.add(what + " " + value)) {
        mistakes.add(path + ": " + what + " " + value + " stands twice");
      }
    }
  }
}
