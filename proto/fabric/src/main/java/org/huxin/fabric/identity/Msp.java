// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.identity;

import com.google.protobuf.ByteString;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.CertificateKey;
import org.huxin.crypto.signature.SignatureHash;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.msp.FabricCryptoConfig;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;

/**
 * One organisation's identities, judged as Fabric's membership service provider judges them since
 * version 1.4.3. Authorities of TLS are not looked at: they judge no block. Immutable.
 */
public final class Msp {
  private final String id;
  private final boolean allowsEd25519;
  private final CertificationTree tree;
  private final RevocationLists revoked;
  private final OrganisationUnits units;
  private final Set<Bytes> administrators = new HashSet<>();
  private final Optional<SignatureHash> signatureHash;
  private final SignatureHash chainHash;

  /**
   * An organisation as the channel's configuration has it.
   *
   * @param allowsEd25519 whether identities may have Ed25519 keys: the channel's capability V3_0
   * @throws IllegalArgumentException if a peer would refuse the configuration
   */
  public Msp(FabricMSPConfig msp, boolean allowsEd25519) {
    this.id = msp.getName();
    this.allowsEd25519 = allowsEd25519;
    FabricCryptoConfig crypto = msp.getCryptoConfig();
    this.signatureHash = signatureHash(crypto.getSignatureHashFamily());
    this.chainHash = chainHash(crypto.getIdentityIdentifierHashFunction());
    this.tree =
        CertificationTree.of(
            certificates(msp.getRootCertsList()), certificates(msp.getIntermediateCertsList()));
    this.revoked = new RevocationLists(msp.getRevocationListList());
    for (FabricCertificate authority : tree.authorities()) {
      requireAllowed(authority);
    }
    this.units = new OrganisationUnits(msp, this::chainOfAuthority);
    addAdministrators(msp.getAdminsList());
  }

  private static Optional<SignatureHash> signatureHash(String family) {
    return switch (family) {
      case "", "SHA2" -> Optional.of(SignatureHash.SHA_256);
      case "SHA3" -> Optional.of(SignatureHash.SHA3_256);
      default -> Optional.empty();
    };
  }

  private static SignatureHash chainHash(String name) {
    return switch (name) {
      case "", "SHA256" -> SignatureHash.SHA_256;
      case "SHA384" -> SignatureHash.SHA_384;
      case "SHA3_256" -> SignatureHash.SHA3_256;
      default -> throw new IllegalArgumentException("an MSP identifies chains by an unknown hash");
    };
  }

  private static List<FabricCertificate> certificates(List<ByteString> pems) {
    return pems.stream()
        .map(
            pem ->
                FabricCertificate.ofPem(pem)
                    .orElseThrow(
                        () -> new IllegalArgumentException("an MSP lists what is no certificate")))
        .toList();
  }

  private void requireAllowed(FabricCertificate authority) {
    List<FabricCertificate> chain = tree.chain(authority).orElseThrow();
    if (chain.size() > 1 && !revoked.allow(authority, chain.get(1))) {
      throw new IllegalArgumentException("an MSP lists a revoked authority");
    }
  }

  private void addAdministrators(List<ByteString> pems) {
    if (pems.isEmpty() && !units.nameAdministrators()) {
      throw new IllegalArgumentException("an MSP has administrators");
    }
    for (ByteString pem : pems) {
      MemberIdentity administrator =
          identify(pem)
              .filter(
                  identity ->
                      units.areEnforced()
                          ? mayAdminister(units.roles(List.copyOf(identity.units())))
                          : identity.isValid())
              .orElseThrow(
                  () -> new IllegalArgumentException("an MSP lists what is no administrator"));
      administrators.add(administrator.certificate());
    }
  }

  private static boolean mayAdminister(Set<MSPRoleType> roles) {
    return roles.contains(MSPRoleType.CLIENT) || roles.contains(MSPRoleType.ADMIN);
  }

  /** The MSP's id, which need not be the name of its group. */
  public String id() {
    return id;
  }

  /** The chain of an authority of this MSP, identified by a hash over its certificates. */
  private Bytes chainOfAuthority(ByteString pem) {
    FabricCertificate named =
        FabricCertificate.ofPem(pem)
            .flatMap(this::sanitised)
            .filter(tree.authorities()::contains)
            .filter(authority -> tree.isRoot(authority) || !tree.isInner(authority))
            .orElseThrow(
                () -> new IllegalArgumentException("an MSP's unit names another authority"));
    return hash(tree.isRoot(named) ? List.of(named) : tree.chain(named).orElseThrow());
  }

  private Bytes hash(List<FabricCertificate> chain) {
    return chainHash.of(
        Bytes.concat(chain.stream().map(FabricCertificate::der).toArray(Bytes[]::new)));
  }

  /** The form with the lower s; empty of a certificate signed by nobody that is known. */
  private Optional<FabricCertificate> sanitised(FabricCertificate certificate) {
    if (!certificate.isEcdsaSigned()) {
      return Optional.of(certificate);
    }
    Optional<FabricCertificate> root =
        certificate.isAuthority() ? certificate.signedBy(certificate) : Optional.empty();
    return root.isPresent()
        ? root
        : tree.chain(certificate)
            .filter(chain -> chain.size() > 1)
            .flatMap(chain -> certificate.signedBy(chain.get(1)));
  }

  /**
   * The identity of a certificate, valid or not; empty if it is none of this MSP's.
   *
   * @param pem as clients send it
   */
  public Optional<MemberIdentity> identify(ByteString pem) {
    return FabricCertificate.ofPem(pem)
        .filter(certificate -> certificate.key().isPresent())
        .flatMap(this::sanitised)
        .map(this::judged);
  }

  private MemberIdentity judged(FabricCertificate certificate) {
    Optional<List<FabricCertificate>> chain = issuingChain(certificate);
    Bytes certifiers =
        chain.map(known -> hash(known.subList(1, known.size()))).orElse(Bytes.empty());
    List<String> names = chain.isPresent() ? certificate.units() : List.of();
    boolean valid =
        chain.isPresent()
            && isSupported(certificate.key())
            && revoked.allow(certificate, chain.get().get(1))
            && units.allow(names, certifiers);
    return new MemberIdentity(
        id,
        certificate.der(),
        signatureHash.flatMap(hash -> certificate.key()),
        signatureHash.orElse(SignatureHash.SHA_256),
        new HashSet<>(names),
        certifiers,
        roles(certificate, names, valid),
        valid,
        certificate.notAfter());
  }

  /** The chain of who may be an identity: no authority, and of none that has others beneath it. */
  private Optional<List<FabricCertificate>> issuingChain(FabricCertificate certificate) {
    return certificate.isAuthority()
        ? Optional.empty()
        : tree.chain(certificate).filter(chain -> chain.size() > 1 && !tree.isInner(chain.get(1)));
  }

  private boolean isSupported(Optional<CertificateKey> key) {
    return key.isPresent() && (allowsEd25519 || !key.get().isEd25519());
  }

  private Set<MSPRoleType> roles(FabricCertificate certificate, List<String> names, boolean valid) {
    Set<MSPRoleType> roles = EnumSet.noneOf(MSPRoleType.class);
    if (valid) {
      roles.add(MSPRoleType.MEMBER);
      roles.addAll(units.roles(names));
    }
    if (administrators.contains(certificate.der())) {
      roles.add(MSPRoleType.ADMIN);
    }
    return roles;
  }
}
