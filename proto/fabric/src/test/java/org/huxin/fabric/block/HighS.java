// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.block;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.crypto.ec.CustomNamedCurves;

/** The other form of a signature on P-256, as good in mathematics and refused by Fabric. */
final class HighS {
  private static final BigInteger ORDER = CustomNamedCurves.getByName("P-256").getN();

  private HighS() {}

  static ByteString of(ByteString signature) {
    ASN1Sequence pair = ASN1Sequence.getInstance(signature.toByteArray());
    BigInteger s = ASN1Integer.getInstance(pair.getObjectAt(1)).getValue();
    try {
      return ByteString.copyFrom(
          new DERSequence(
                  new ASN1Encodable[] {pair.getObjectAt(0), new ASN1Integer(ORDER.subtract(s))})
              .getEncoded());
    } catch (IOException e) {
      throw new IllegalStateException("two numbers can be written", e);
    }
  }
}
