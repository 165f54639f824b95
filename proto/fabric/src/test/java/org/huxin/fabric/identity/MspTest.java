// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.huxin.fabric.GoldenLedger;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.FabricNodeOUs;
import org.hyperledger.fabric.protos.msp.FabricOUIdentifier;
import org.junit.jupiter.api.Test;

/** Certificates from strangers, against the recorded network's authorities. */
final class MspTest {
  @Test
  void aCertificateOfTheOrganisationIsKnown() throws IOException {
    assertTrue(ordos().identify(pem("client")).isPresent());
  }

  @Test
  void aCertificateWhoseSignatureIsNoPairOfNumbersIsNobodys() throws IOException {
    byte[] good = der(pem("client"));
    ASN1Sequence parts = ASN1Sequence.getInstance(good);
    for (byte[] signature :
        List.of(
            new byte[0],
            new byte[] {1, 2, 3},
            new byte[] {0x30, 0},
            new byte[] {0x30, 3, 2, 1, 1},
            new byte[] {0x30, 4, 4, 0, 4, 0})) {
      ASN1EncodableVector certificate = new ASN1EncodableVector();
      certificate.add(parts.getObjectAt(0));
      certificate.add(parts.getObjectAt(1));
      certificate.add(new DERBitString(signature));
      ByteString crafted = pem(new DERSequence(certificate).getEncoded());

      assertEquals(Optional.empty(), ordos().identify(crafted));
    }
  }

  private static Msp ordos() throws IOException {
    return new Msp(
        FabricMSPConfig.newBuilder()
            .setName("OrdosMSP")
            .addRootCerts(pem("ca"))
            .addIntermediateCerts(pem("ica"))
            .setFabricNodeOus(
                FabricNodeOUs.newBuilder()
                    .setEnable(true)
                    .setAdminOuIdentifier(
                        FabricOUIdentifier.newBuilder().setOrganizationalUnitIdentifier("admin")))
            .build(),
        true);
  }

  private static ByteString pem(String name) throws IOException {
    return ByteString.copyFrom(
        Files.readAllBytes(
            GoldenLedger.FOLDER.resolve("pki/ordos.example").resolve(name + ".crt")));
  }

  private static ByteString pem(byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return ByteString.copyFromUtf8(
        "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
  }

  private static byte[] der(ByteString pem) {
    String body =
        pem.toString(StandardCharsets.US_ASCII)
            .replaceAll("-----[A-Z ]+-----", "")
            .replaceAll("\\s", "");
    return Base64.getDecoder().decode(body);
  }
}
