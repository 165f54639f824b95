// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopologyReaderTest {
  private static final Path FOUR_CITIES =
      Path.of(System.getProperty("huxin.root", ""), "network-config", "four-cities.yaml");

  private static String fourCities() throws IOException {
    return Files.readString(FOUR_CITIES);
  }

  private static Topology read(String yaml) throws IOException {
    return TopologyReader.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }

  private static TopologyRefusedException refused(String yaml) {
    return assertThrows(TopologyRefusedException.class, () -> read(yaml));
  }

  @Test
  void readsTheFourCities() throws IOException {
    Topology topology = read(fourCities());
    assertEquals("licence", topology.channel());
    assertEquals("huxin", topology.chaincode());
    assertEquals(3, topology.endorsementsRequired());
    assertEquals(
        "150600 OrdosMSP 9, 150100 HohhotMSP 9, 150200 BaotouMSP 9, 150900 UlanqabMSP 11",
        topology.cities().stream()
            .map(c -> c.code() + " " + c.mspId() + " " + c.divisions().size())
            .collect(Collectors.joining(", ")));
    assertEquals("察哈尔右翼后旗", topology.cityOfMsp("UlanqabMSP").divisions().get(8).name());
    assertEquals("localhost:7061", topology.cities().get(1).endpoints().peer().toString());
  }

  @Test
  void findsEveryMistakeInOneReading() throws IOException {
    String yaml =
        fourCities()
            .replace("channel: licence", "channel: Licence")
            .replace("mspId: BaotouMSP", "msp: BaotouMSP")
            .replace("orderer: localhost:6050", "orderer: localhost")
            .replace("required: 3", "required: many");
    assertEquals(
        List.of(
            "line 6: channel must be a channel name in lower case",
            "line 10: endorsement.required must be a number of cities",
            "line 23: cities[0].endpoints.orderer an endpoint is written host:port",
            "line 78: cities[2].mspId is missing",
            "line 81: cities[2].msp is not known"),
        refused(yaml).mistakes());
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:7061, localhost:7051, cities[1]: endpoint localhost:7051 stands twice",
    "mspId: HohhotMSP, mspId: OrdosMSP, cities[1]: mspId OrdosMSP stands twice",
    "required: 3, required: 5, endorsement.required is more than the 4 cities",
    "150603, 150703, cities[0]: division 150703 is not beneath 150600",
    "150603, 150602, cities[0]: division 150602 is out of order or repeated",
    "chaincode: huxin, channel: again, line 7: channel stands here twice",
    "11150600MB9T00011A, 11150100MB9T00193L, "
        + "cities[0]: governor 11150100MB9T00193L is not registered in 150600",
    "11150600MB9T00011A, 11150600MB9T00011B, "
        + "cities[0]: governor 11150600MB9T00011B is no credit code: ID_CHECK",
    "name: 康巴什区, name: Kangbashi, "
        + "line 30: cities[0].divisions[1].name must be a name of 2 to 20 Chinese characters",
    "localhost:8080, localhost:70000, "
        + "line 25: cities[0].endpoints.node a port lies between 1 and 65535",
  })
  void refusesAMistake(String good, String bad, String mistake) throws IOException {
    TopologyRefusedException refused = refused(fourCities().replaceFirst(good, bad));
    assertEquals(TopologyRefusal.TOPOLOGY_NOT_SOUND, refused.code());
    assertEquals(mistake, refused.mistakes().get(0));
  }

  @ParameterizedTest
  @CsvSource({"'a: [', TOPOLOGY_NOT_YAML", "'', TOPOLOGY_NOT_YAML", "'- a', TOPOLOGY_NOT_SOUND"})
  void refusesWhatIsNoMapping(String yaml, TopologyRefusal code) {
    assertEquals(code, refused(yaml).code());
  }

  @Test
  void refusesASecondDocument() throws IOException {
    assertEquals(
        TopologyRefusal.TOPOLOGY_NOT_YAML, refused(fourCities() + "---\nmore: 1\n").code());
  }

  @Test
  void refusesAnEndlessFile() {
    assertEquals(
        TopologyRefusal.TOPOLOGY_TOO_LARGE, refused("#".repeat(TopologyReader.LARGEST + 1)).code());
  }
}
