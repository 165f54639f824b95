// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.huxin.core.verdict.Outcome;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.seal.certificate.Certificate;
import org.huxin.seal.certificate.Trust;
import org.huxin.seal.check.KnownSealings;
import org.huxin.seal.check.SealCheck;
import org.huxin.seal.ofd.ByteSource;
import org.huxin.seal.ofd.OfdCheck;
import org.huxin.seal.ofd.OfdContainer;
import org.huxin.seal.ofd.OfdPath;
import org.huxin.seal.ofd.OfdReport;
import org.huxin.seal.structure.Seal;
import org.huxin.seal.structure.SealProperty;
import org.huxin.seal.structure.SealVersion;
import org.huxin.seal.structure.SignerList;
import org.huxin.seal.write.CertificateMaker;
import org.huxin.seal.write.DocumentSealer;
import org.huxin.seal.write.LicenceDocument;
import org.huxin.seal.write.Placement;
import org.huxin.seal.write.SealImage;
import org.huxin.seal.write.SealMaker;
import org.huxin.seal.write.SealUser;
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

/** A sealed OFD of 100 pages and 20 MB, checked whole; the floor is SM3 over its content. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class SealedDocumentBenchmark {
  private static final int PAGES = 100;
  private static final int SIZE = 20_000_000;
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2028-01-01T00:00:00Z");
  private static final Instant SIGNED = Instant.parse("2026-05-01T00:00:00Z");

  /** What the pages hold. */
  @Param({"PICTURES", "TEXT"})
  public Content content = Content.PICTURES;

  private @Nullable Sample sample;

  /** What fills a page. */
  public enum Content {
    /** Compressed already: deflate finds nothing. */
    PICTURES {
      @Override
      byte[] page(Random random) {
        byte[] page = new byte[SIZE / PAGES];
        random.nextBytes(page);
        return page;
      }
    },
    /** Text objects as an OFD writes them: deflate makes a tenth of them. */
    TEXT {
      @Override
      byte[] page(Random random) {
        StringBuilder page = new StringBuilder();
        while (page.length() < SIZE / PAGES) {
          page.append("<ofd:TextObject ID=\"").append(random.nextInt(100_000));
          page.append("\" Boundary=\"").append(random.nextInt(210)).append(' ');
          page.append(random.nextInt(297)).append(" 160 12\" Font=\"1\" Size=\"5\">");
          page.append("<ofd:TextCode X=\"0\" Y=\"5\">").append(random.nextInt(1_000_000));
          page.append("</ofd:TextCode></ofd:TextObject>");
        }
        return page.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
      }
    };

    abstract byte[] page(Random random);
  }

  private record Sample(Bytes document, List<Bytes> files, SealCheck check) {}

  /** Makes a document and seals it. */
  @Setup
  public void prepare() throws IOException {
    SecureRandom random = new SecureRandom();
    SigningKey rootKey = SigningKey.generate(SignatureSuite.SM, random);
    SigningKey key = SigningKey.generate(SignatureSuite.SM, random);
    CertificateMaker root = new CertificateMaker("root", rootKey.signer(random), FROM, TO);
    Certificate signer = root.issue("signer", key.publicKey(), CertificateMaker.Purpose.SIGNING, 2);
    SealProperty property =
        new SealProperty(
            1, "seal", new SignerList.Certificates(List.of(signer.encoding())), FROM, FROM, TO);
    Seal seal =
        new SealMaker(SealVersion.V4, key.signer(random), signer)
            .make("1", property, SealImage.round(64, 40));
    SealUser user = new SealUser(seal, key.signer(random), signer, SealUser.TimeStamper.NONE);
    Bytes document =
        new DocumentSealer(user, DocumentSealer.Mode.WHOLE_PROTECTED)
            .seal(plain(), SIGNED, Placement.LICENCE);
    OfdContainer container = OfdContainer.open(ByteSource.of(document));
    List<Bytes> files = new java.util.ArrayList<>();
    for (OfdPath path : container.paths()) {
      files.add(container.read(path, SIZE));
    }
    Trust trust = new Trust(List.of(root.root()), List.of(), List.of(), List.of());
    sample = new Sample(document, files, new SealCheck(trust, KnownSealings.NONE, SIGNED));
  }

  private Bytes plain() throws IOException {
    LicenceDocument licence =
        new LicenceDocument("title", LocalDate.of(2026, 5, 1), Map.of("name", "value"));
    OfdContainer container = OfdContainer.open(ByteSource.of(licence.toOfd()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Random random = new Random(1);
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (OfdPath path : container.paths()) {
        add(zip, path.toString().substring(1), container.read(path, SIZE).toByteArray());
      }
      for (int i = 0; i < PAGES; i++) {
        add(zip, "Doc_0/Pages/Page_" + (i + 1) + "/Content.xml", content.page(random));
      }
    }
    return Bytes.of(bytes.toByteArray());
  }

  private static void add(ZipOutputStream zip, String name, byte[] file) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(file);
    zip.closeEntry();
  }

  private Sample sample() {
    return java.util.Objects.requireNonNull(sample);
  }

  /** The whole check. */
  @Benchmark
  public OfdReport check() throws IOException {
    OfdReport report = OfdCheck.check(ByteSource.of(sample().document()), sample().check());
    if (report.outcome() != Outcome.OK) {
      throw new IllegalStateException(report.toString());
    }
    return report;
  }

  /** SM3 over every file of the document. */
  @Benchmark
  public void checkFloor(Blackhole sink) {
    HashFloor floor = new HashFloor(DigestAlgorithm.SM3);
    for (Bytes file : sample().files()) {
      sink.consume(floor.data(file));
    }
  }
}
