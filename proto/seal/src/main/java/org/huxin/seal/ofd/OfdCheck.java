// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.ofd;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.seal.check.DigestNames;
import org.huxin.seal.check.SealCheck;
import org.huxin.seal.check.SealFinding;
import org.huxin.seal.check.SealFindingCode;
import org.huxin.seal.check.SealingReport;
import org.huxin.seal.structure.Seal;
import org.huxin.seal.structure.SealSignature;
import org.huxin.seal.structure.StructureRefusedException;

/**
 * Checks every sealing of a document: the files that it protects, its seal's file, the sealing
 * itself, and what no sealing protects. Beside the document it holds at most {@link #MAX_MEMORY}.
 */
public final class OfdCheck {
  /**
   * The most memory that a check needs, in bytes: one description with its references and digests,
   * one sealing, and buffers. It does not grow with the document's content.
   */
  public static final long MAX_MEMORY = 64L * 1024 * 1024;

  /** OFD.xml and Signatures.xml: real ones have some kilobytes. */
  static final int MAX_LIST = 1024 * 1024;

  /** Signature.xml: some two hundred bytes for each file. */
  static final int MAX_DESCRIPTION = 8 * 1024 * 1024;

  /** Documents in one package; nearly always one. */
  private static final int MAX_BODIES = 16;

  /** So many files are named of those that something is wrong with. */
  private static final int MAX_NAMED = 100;

  private final SealCheck check;
  private final OfdContainer container;
  private final Map<DigestAlgorithm, Map<OfdPath, Digest>> digests =
      new EnumMap<>(DigestAlgorithm.class);

  private OfdCheck(SealCheck check, OfdContainer container) {
    this.check = check;
    this.container = container;
  }

  /**
   * Checks a document.
   *
   * @throws OfdRefusedException if it is no OFD document that can be checked
   * @throws IOException if the source cannot be read
   */
  public static OfdReport check(ByteSource source, SealCheck check) throws IOException {
    return new OfdCheck(check, OfdContainer.open(source)).check();
  }

  /** A sealing with what it protects. */
  private record Protection(SignatureEntry entry, SignatureDescription description) {
    Set<OfdPath> files() {
      Set<OfdPath> files = new HashSet<>();
      description.references().forEach(reference -> files.add(reference.file()));
      return files;
    }
  }

  private OfdReport check() throws IOException {
    List<OfdSealing> sealings = new ArrayList<>();
    List<Protection> protections = new ArrayList<>();
    for (OfdPath list : lists()) {
      List<SignatureEntry> entries = SignatureEntry.readAll(list, container.read(list, MAX_LIST));
      for (SignatureEntry entry : entries) {
        protections.add(
            new Protection(
                entry,
                SignatureDescription.read(
                    entry.description(), container.read(entry.description(), MAX_DESCRIPTION))));
      }
    }
    for (int i = 0; i < protections.size(); i++) {
      boolean last =
          i + 1 == protections.size()
              || !protections.get(i + 1).entry().list().equals(protections.get(i).entry().list());
      sealings.add(sealing(protections.get(i), last, addedAfter(protections, i)));
    }
    if (sealings.isEmpty()) {
      return new OfdReport(sealings, List.of(SealFinding.of(SealFindingCode.NOT_SEALED)));
    }
    return new OfdReport(sealings, uncovered(protections));
  }

  /** The lists of sealings that the documents of the package name. */
  private List<OfdPath> lists() throws IOException {
    OfdPath root = OfdPath.ROOT_FILE;
    XmlElement document = XmlDocument.read(root, container.read(root, MAX_LIST), "OFD");
    List<XmlElement> bodies = document.all("DocBody").toList();
    if (bodies.isEmpty() || bodies.size() > MAX_BODIES) {
      throw XmlElement.malformed(root, "DocBody");
    }
    List<OfdPath> lists = new ArrayList<>();
    for (XmlElement body : bodies) {
      Optional<XmlElement> named = body.optional("Signatures", root);
      if (named.isPresent()) {
        OfdPath list = OfdPath.resolve(root, named.get().text());
        if (lists.contains(list)) {
          throw XmlElement.malformed(root, "Signatures");
        }
        lists.add(list);
      }
    }
    return lists;
  }

  private OfdSealing sealing(Protection protection, boolean last, List<SealFinding> added)
      throws IOException {
    SignatureEntry entry = protection.entry();
    SignatureDescription description = protection.description();
    List<SealFinding> findings = new ArrayList<>();
    boolean whole =
        description.references().stream().anyMatch(each -> each.file().equals(entry.list()));
    if (whole && !last) {
      findings.add(SealFinding.of(SealFindingCode.SEALED_AFTER_WHOLE_PROTECTION));
    }
    findings.addAll(references(description, whole && !last ? entry.list() : null));
    findings.addAll(added);
    Optional<SealingReport> report = Optional.empty();
    if (entry.sealed()) {
      report = report(description, findings);
      report.ifPresent(each -> findings.addAll(each.findings()));
    } else {
      findings.add(SealFinding.of(SealFindingCode.SIGNATURE_WITHOUT_SEAL));
    }
    return new OfdSealing(
        entry.id(), description.path(), description.references().size(), whole, report, findings);
  }

  /** Every file that is protected; {@code skipped} is judged elsewhere. */
  private List<SealFinding> references(
      SignatureDescription description, @org.jspecify.annotations.Nullable OfdPath skipped)
      throws IOException {
    Optional<DigestAlgorithm> algorithm = DigestNames.algorithm(description.checkMethod());
    if (algorithm.isEmpty()) {
      return List.of(
          SealFinding.of(
              SealFindingCode.ALGORITHM_NOT_SUPPORTED, Map.of("at", "References/@CheckMethod")));
    }
    List<SealFinding> findings = new ArrayList<>();
    for (SignatureDescription.Reference reference : description.references()) {
      if (findings.size() >= MAX_NAMED || reference.file().equals(skipped)) {
        continue;
      }
      if (!container.contains(reference.file())) {
        findings.add(file(SealFindingCode.REFERENCE_MISSING, reference.file()));
        continue;
      }
      Digest found = digest(reference.file(), algorithm.get());
      if (!found.value().equals(reference.value())) {
        findings.add(
            SealFinding.of(
                SealFindingCode.REFERENCE_MISMATCH,
                Map.of("file", reference.file().toString(), "found", found.toString())));
      }
    }
    return findings;
  }

  private Digest digest(OfdPath file, DigestAlgorithm algorithm) throws IOException {
    Map<OfdPath, Digest> known = digests.computeIfAbsent(algorithm, each -> new HashMap<>());
    Digest digest = known.get(file);
    if (digest == null) {
      digest = container.digest(file, algorithm);
      known.put(file, digest);
    }
    return digest;
  }

  private Optional<SealingReport> report(
      SignatureDescription description, List<SealFinding> findings) throws IOException {
    OfdPath path = description.signedValue();
    if (!container.contains(path)) {
      findings.add(
          SealFinding.of(
              SealFindingCode.SES_FORMAT, Map.of("refusal", "MISSING", "file", path.toString())));
      return Optional.empty();
    }
    SealSignature sealing;
    try {
      sealing = SealSignature.read(container.read(path, SealSignature.MAX_ENCODING));
    } catch (StructureRefusedException e) {
      Map<String, String> evidence = new HashMap<>(e.evidence());
      evidence.put("refusal", e.code().name());
      findings.add(SealFinding.of(SealFindingCode.SES_FORMAT, evidence));
      return Optional.empty();
    }
    if (description.seal().isPresent() && !isSeal(description.seal().get(), sealing.seal())) {
      findings.add(file(SealFindingCode.SEAL_FILE_MISMATCH, description.seal().get()));
    }
    String named = sealing.propertyInfo();
    String here = description.path().toString();
    if (!named.equals(here) && !("/" + named).equals(here)) {
      findings.add(SealFinding.of(SealFindingCode.PROPERTY_INFO_DIFFERS));
    }
    return Optional.of(check.sealing(sealing, Optional.of(description.content())));
  }

  private boolean isSeal(OfdPath path, Seal seal) throws IOException {
    if (!container.contains(path)) {
      return false;
    }
    Bytes file = container.read(path, Seal.MAX_ENCODING);
    return file.equals(seal.encoding());
  }

  /** What a sealing itself consists of: bound by its signature, not by a reference. */
  private static Set<OfdPath> own(List<Protection> protections) {
    Set<OfdPath> own = new HashSet<>();
    for (Protection each : protections) {
      own.add(each.entry().list());
      own.add(each.description().path());
      own.add(each.description().signedValue());
      each.description().seal().ifPresent(own::add);
    }
    return own;
  }

  private List<SealFinding> uncovered(List<Protection> protections) {
    Set<OfdPath> covered = own(protections);
    protections.forEach(each -> covered.addAll(each.files()));
    return container.paths().stream()
        .filter(path -> !covered.contains(path))
        .limit(MAX_NAMED)
        .map(path -> file(SealFindingCode.FILE_NOT_COVERED, path))
        .toList();
  }

  /** Files that were not yet protected by a sealing or one before it, but are by a later one. */
  private static List<SealFinding> addedAfter(List<Protection> protections, int index) {
    Set<OfdPath> later = new java.util.TreeSet<>();
    for (Protection each : protections.subList(index + 1, protections.size())) {
      later.addAll(each.files());
    }
    later.removeAll(own(protections));
    protections.subList(0, index + 1).forEach(each -> later.removeAll(each.files()));
    return later.stream()
        .limit(MAX_NAMED)
        .map(path -> file(SealFindingCode.FILE_ADDED_LATER, path))
        .toList();
  }

  private static SealFinding file(SealFindingCode code, OfdPath path) {
    return SealFinding.of(code, Map.of("file", path.toString()));
  }
}
