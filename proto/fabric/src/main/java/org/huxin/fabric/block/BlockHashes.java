// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.block;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;

/** The hashes that make blocks a chain. Stateless. */
public final class BlockHashes {
  private BlockHashes() {}

  /** The header as it is hashed and signed: DER of number, previous hash and data hash. */
  public static ByteString headerBytes(BlockHeader header) {
    ASN1EncodableVector fields = new ASN1EncodableVector(3);
    fields.add(new ASN1Integer(new BigInteger(Long.toUnsignedString(header.getNumber()))));
    fields.add(new DEROctetString(header.getPreviousHash().toByteArray()));
    fields.add(new DEROctetString(header.getDataHash().toByteArray()));
    try {
      return ByteString.copyFrom(new DERSequence(fields).getEncoded());
    } catch (IOException e) {
      throw new IllegalStateException("three fields can be written", e);
    }
  }

  /** SHA-256 of the header's bytes. */
  public static ByteString header(BlockHeader header) {
    return Sha256.of(headerBytes(header));
  }

  /** SHA-256 of all envelopes, one after the other. */
  public static ByteString data(BlockData data) {
    return Sha256.of(data.getDataList().toArray(new ByteString[0]));
  }
}
