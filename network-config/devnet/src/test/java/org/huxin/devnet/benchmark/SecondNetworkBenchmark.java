// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.benchmark;

import java.util.concurrent.TimeUnit;
import org.huxin.embedded.EmbeddedNetwork;
import org.huxin.embedded.suite.RecordedChaincode;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Another network in a JVM that has had one: start, with its chaincode committed, and stop. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(1)
public class SecondNetworkBenchmark {
  /** The organisations. */
  @Param({"Org1MSP", "Org1MSP,Org2MSP,Org3MSP,Org4MSP"})
  public String organisations = "";

  /** Start and stop. */
  @Benchmark
  public long startAndStop() {
    try (EmbeddedNetwork network =
        EmbeddedNetwork.builder()
            .organisations(organisations.split(",", -1))
            .chaincode("licence", RecordedChaincode::new)
            .start()) {
      return network.height();
    }
  }
}
