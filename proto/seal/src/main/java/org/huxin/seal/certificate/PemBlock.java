// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.certificate;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.bouncycastle.util.encoders.DecoderException;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;
import org.huxin.crypto.bytes.Bytes;

/** One PEM block, as files of certificates have it, possibly with text around it. */
final class PemBlock {
  private PemBlock() {}

  static Bytes read(String text, String label) {
    try (PemReader reader = new PemReader(new StringReader(text))) {
      PemObject block = reader.readPemObject();
      if (block == null || !block.getType().equals(label)) {
        throw CertificateRefusedException.of(CertificateRefusal.CERTIFICATE_PEM);
      }
      return Bytes.of(block.getContent());
    } catch (IOException | DecoderException e) {
      throw CertificateRefusedException.of(CertificateRefusal.CERTIFICATE_PEM);
    }
  }

  static String write(String label, Bytes content) {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      writer.writeObject(new PemObject(label, content.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
