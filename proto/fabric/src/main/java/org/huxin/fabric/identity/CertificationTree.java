// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The authorities of an organisation: roots, and intermediates of any depth beneath them. A chain
 * counts if it is the only one that a certificate has. Validity is judged one second after the
 * certificate began, so that blocks are judged the same for ever. Immutable.
 */
final class CertificationTree {
  /** Where Go gives up to look for more chains of one certificate. */
  private static final int MAX_SIGNATURES = 100;

  private final List<FabricCertificate> roots;
  private final List<FabricCertificate> intermediates;
  private final Set<FabricCertificate> inner = new HashSet<>();

  private CertificationTree(List<FabricCertificate> roots, List<FabricCertificate> intermediates) {
    this.roots = List.copyOf(roots);
    this.intermediates = List.copyOf(intermediates);
  }

  /**
   * The authorities, each of them judged.
   *
   * @throws IllegalArgumentException if there is no root, or one of them is no authority beneath a
   *     root
   */
  static CertificationTree of(
      List<FabricCertificate> roots, List<FabricCertificate> intermediates) {
    if (roots.isEmpty()) {
      throw new IllegalArgumentException("an MSP has a root certificate");
    }
    CertificationTree listed = new CertificationTree(roots, intermediates);
    CertificationTree tree =
        new CertificationTree(
            roots.stream().map(listed::root).toList(),
            intermediates.stream().map(listed::intermediate).toList());
    for (FabricCertificate authority : tree.authorities()) {
      List<FabricCertificate> chain = tree.chain(authority).orElseThrow(CertificationTree::none);
      if (tree.intermediates.contains(authority)) {
        tree.inner.addAll(chain.subList(1, chain.size()));
      }
    }
    return tree;
  }

  private FabricCertificate root(FabricCertificate certificate) {
    requireAuthority(certificate);
    return certificate.isEcdsaSigned()
        ? certificate.signedBy(certificate).orElseThrow(CertificationTree::none)
        : certificate;
  }

  private FabricCertificate intermediate(FabricCertificate certificate) {
    requireAuthority(certificate);
    List<FabricCertificate> chain = chain(certificate).orElseThrow(CertificationTree::none);
    return chain.size() < 2
        ? certificate
        : certificate.signedBy(chain.get(1)).orElseThrow(CertificationTree::none);
  }

  private static void requireAuthority(FabricCertificate certificate) {
    if (!certificate.isAuthority()
        || certificate.key().isEmpty()
        || certificate.subjectKeyIdentifier().isEmpty()) {
      throw none();
    }
    if (certificate.constrainsNames()) {
      throw new IllegalArgumentException("authorities that constrain names are not judged here");
    }
  }

  private static IllegalArgumentException none() {
    return new IllegalArgumentException("an MSP lists what is no authority of it");
  }

  /** All authorities. */
  List<FabricCertificate> authorities() {
    List<FabricCertificate> all = new ArrayList<>(roots);
    all.addAll(intermediates);
    return all;
  }

  /** Whether it is one of the roots. */
  boolean isRoot(FabricCertificate certificate) {
    return roots.contains(certificate);
  }

  /** Whether other authorities stand beneath it; such a one issues no identities. */
  boolean isInner(FabricCertificate certificate) {
    return inner.contains(certificate);
  }

  /**
   * The one chain from a certificate to a root, both included; of a root itself that alone. Empty
   * if there is none, or more than one.
   */
  Optional<List<FabricCertificate>> chain(FabricCertificate certificate) {
    Instant at = certificate.notBefore().plusSeconds(1);
    if (!certificate.isUnderstood() || !certificate.isInForce(at)) {
      return Optional.empty();
    }
    Search search = new Search(at);
    if (roots.contains(certificate)) {
      search.found.add(List.of(certificate));
    } else {
      search.extend(List.of(certificate));
    }
    search.found.removeIf(chain -> !chain.stream().allMatch(FabricCertificate::servesTls));
    return search.found.size() == 1 ? Optional.of(search.found.get(0)) : Optional.empty();
  }

  /** One search for all chains of one certificate. */
  private final class Search {
    private final Instant at;
    private final List<List<FabricCertificate>> found = new ArrayList<>();
    private int signatures;

    Search(Instant at) {
      this.at = at;
    }

    void extend(List<FabricCertificate> chain) {
      for (FabricCertificate root : roots) {
        if (continues(chain, root)) {
          found.add(with(chain, root));
        }
      }
      for (FabricCertificate intermediate : intermediates) {
        if (continues(chain, intermediate)) {
          extend(with(chain, intermediate));
        }
      }
    }

    private boolean continues(List<FabricCertificate> chain, FabricCertificate authority) {
      FabricCertificate last = chain.get(chain.size() - 1);
      if (!last.names(authority) || chain.stream().anyMatch(authority::isSameEntity)) {
        return false;
      }
      signatures++;
      return signatures <= MAX_SIGNATURES
          && authority.isUnderstood()
          && authority.isInForce(at)
          && authority.allowsBeneath(chain.size() - 1)
          && last.signedBy(authority).isPresent();
    }

    private static List<FabricCertificate> with(
        List<FabricCertificate> chain, FabricCertificate next) {
      List<FabricCertificate> longer = new ArrayList<>(chain);
      longer.add(next);
      return longer;
    }
  }
}
