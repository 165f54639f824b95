// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.huxin.contract.LedgerOperation;
import org.huxin.contract.Outcome;
import org.huxin.contract.sample.ObservedCall;
import org.huxin.contract.sample.SampleCity;
import org.huxin.contract.table.HuxinContract;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.embedded.ChaincodeDeployment;
import org.huxin.embedded.EndorsementPolicy;
import org.huxin.embedded.suite.GatewayClient;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Transaction;
import org.junit.jupiter.api.Test;

/**
 * Whatever a test of the contract saw in memory, a client sees through a city's gateway: every call
 * of every plain test is made once more there, and answers or refuses in the same words.
 */
final class ContractReplayTest {
  private static final String CHAINCODE = "replay";
  private static final int THREADS = 8;

  @Test
  void everyCallOfEveryTestComesToTheSameThroughTheGateways() throws Exception {
    List<ContractScript> scripts = ContractScript.ofEveryTest();
    assertEquals(operations(), succeeded(scripts));
    assertEquals(listed(), refused(scripts));
    ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    try (CityNetwork network = new EmbeddedCityNetwork()) {
      network.deploy(
          ChaincodeDeployment.of(CHAINCODE, ReplayChaincode::new)
              .withPolicy(
                  EndorsementPolicy.outOf(
                      3,
                      Arrays.stream(SampleCity.values()).map(ContractReplayTest::msp).toList())));
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < scripts.size(); i++) {
        Replay replay = new Replay(network, "ledger" + i, scripts.get(i));
        running.add(executor.submit(replay::run));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } finally {
      executor.shutdownNow();
    }
  }

  private static String msp(SampleCity city) {
    return city.msp().text();
  }

  private static Stream<ObservedCall> calls(List<ContractScript> scripts) {
    return scripts.stream()
        .flatMap(script -> script.steps().stream())
        .map(ContractScript.Step::call);
  }

  /** Every code that an operation lists. */
  private static Set<LedgerRefusal> listed() {
    Set<LedgerRefusal> codes = EnumSet.noneOf(LedgerRefusal.class);
    HuxinContract.create().table().all().forEach(each -> codes.addAll(each.refusals()));
    return codes;
  }

  private static Set<LedgerRefusal> refused(List<ContractScript> scripts) {
    Set<LedgerRefusal> codes = EnumSet.noneOf(LedgerRefusal.class);
    calls(scripts)
        .flatMap(call -> call.refusal().stream())
        .map(LedgerRefusedException::code)
        .forEach(codes::add);
    return codes;
  }

  private static Set<String> operations() {
    Set<String> names = new TreeSet<>();
    HuxinContract.create().table().all().stream().map(LedgerOperation::name).forEach(names::add);
    return names;
  }

  private static Set<String> succeeded(List<ContractScript> scripts) {
    Set<String> names = new TreeSet<>();
    calls(scripts)
        .filter(call -> call.outcome().isPresent())
        .map(ObservedCall::operation)
        .forEach(names::add);
    return names;
  }

  /** One script on the network. */
  private record Replay(CityNetwork network, String ledger, ContractScript script) {
    Void run() throws Exception {
      for (ContractScript.Step step : script.steps()) {
        put(step);
        call(step);
      }
      return null;
    }

    private void put(ContractScript.Step step) throws Exception {
      if (step.puts().isEmpty()) {
        return;
      }
      List<String> arguments = new ArrayList<>(List.of(ledger));
      step.puts()
          .forEach(
              (key, value) -> {
                arguments.add(key);
                arguments.add(CityLedger.text(value.toByteArray()));
              });
      byte[] unused =
          client(SampleCity.ORDOS)
              .contract(CHAINCODE)
              .submitTransaction(ReplayChaincode.PUT, arguments.toArray(String[]::new));
    }

    private void call(ContractScript.Step step) throws Exception {
      ObservedCall call = step.call();
      Proposal proposal = proposal(call);
      boolean query = call.outcome().filter(Outcome.Answer.class::isInstance).isPresent();
      if (call.refusal().isPresent()) {
        LedgerRefusedException refused =
            CityLedger.refusal(
                assertThrows(
                    GatewayException.class,
                    () -> {
                      Transaction unused = proposal.endorse();
                    },
                    script.test()));
        assertEquals(call.refusal().get().message(), refused.message(), script.test());
        return;
      }
      byte[] result;
      if (query) {
        result = proposal.evaluate();
      } else if (step.applied()) {
        result = proposal.endorse().submit();
      } else {
        result = proposal.endorse().getResult();
      }
      assertEquals(
          CityLedger.text(call.outcome().orElseThrow().result().toByteArray()),
          CityLedger.text(result),
          script.test());
    }

    private Proposal proposal(ObservedCall call) {
      String carrier = call.context().carrier().text();
      List<SampleCity> cities =
          Arrays.stream(SampleCity.values()).filter(city -> msp(city).equals(carrier)).toList();
      List<String> arguments =
          new ArrayList<>(
              List.of(
                  ledger,
                  call.context().ledger().toString(),
                  Long.toString(call.context().committedAt().getEpochSecond()),
                  cities.isEmpty() ? carrier : "",
                  call.operation()));
      arguments.addAll(call.arguments());
      return client(cities.isEmpty() ? SampleCity.ORDOS : cities.get(0))
          .contract(CHAINCODE)
          .newProposal(ReplayChaincode.CALL)
          .addArguments(arguments.toArray(String[]::new))
          .build();
    }

    private GatewayClient client(SampleCity city) {
      GatewayClient client = network.clients().get(city);
      if (client == null) {
        throw new IllegalStateException("no client of " + city);
      }
      return client;
    }
  }
}
