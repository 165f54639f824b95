// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.benchmark;

import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import org.huxin.core.offline.OfflineVerification;
import org.huxin.core.offline.TrustedBatch;
import org.huxin.core.offline.VerifiedLicence;
import org.huxin.core.proof.ProofFile;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.Signature;
import org.huxin.crypto.signature.SignatureSuite;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** One document with a proof of twelve levels, without and with the batch's signature. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class OfflineVerificationBenchmark {
  private static final int LEVELS = 12;

  /** The suite of the batch. */
  @Param({"SM", "P256", "ED25519"})
  public SignatureSuite suite = SignatureSuite.P256;

  /** The size of the document. */
  @Param({"1024", "102400"})
  public int bytes = 1024;

  private @Nullable Sample sample;

  private record Sample(
      SampleBatch batch,
      Bytes document,
      ProofFile proof,
      TrustedBatch trusted,
      Bytes leaf,
      Bytes attribute,
      Bytes message,
      Signature signature) {}

  /** Makes a batch, a document and its proof. */
  @Setup
  public void prepare() {
    SampleBatch batch = new SampleBatch(suite);
    Bytes document = SampleBatch.document(7, bytes);
    ProofFile proof = batch.proof(document);
    Bytes message = Bytes.utf8(proof.batch().text());
    Bytes attribute = proof.attributes().shown().get(0).leafData();
    sample =
        new Sample(
            batch,
            document,
            proof,
            batch.trusted(proof),
            proof.leafData(),
            attribute,
            message,
            batch.key().signer(new SecureRandom()).sign(message));
  }

  private Sample sample() {
    return java.util.Objects.requireNonNull(sample);
  }

  /** Against a batch whose signature was checked before. */
  @Benchmark
  public VerifiedLicence verify() {
    Sample s = sample();
    return OfflineVerification.verify(s.document(), s.proof(), s.trusted());
  }

  /** Its hashes: document, record, attribute, path. */
  @Benchmark
  public void verifyFloor(Blackhole sink) {
    floor(sample(), sink);
  }

  /** With the batch's signature. */
  @Benchmark
  public VerifiedLicence verifyWithSignature() {
    Sample s = sample();
    return OfflineVerification.verify(s.document(), s.proof(), s.batch().trusted(s.proof()));
  }

  /** Its hashes and one signature. */
  @Benchmark
  public void verifyWithSignatureFloor(Blackhole sink) {
    Sample s = sample();
    floor(s, sink);
    s.batch().key().publicKey().verify(s.message(), s.signature());
  }

  private void floor(Sample s, Blackhole sink) {
    HashFloor floor = new HashFloor(suite.digest());
    sink.consume(floor.data(s.document()));
    sink.consume(floor.data(s.leaf()));
    sink.consume(floor.data(s.attribute()));
    sink.consume(floor.nodes(LEVELS));
  }
}
