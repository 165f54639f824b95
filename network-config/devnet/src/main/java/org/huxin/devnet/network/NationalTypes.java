// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.huxin.core.catalogue.DefineLicenceType;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonReader;
import org.huxin.crypto.bytes.Bytes;

/**
 * The national licence types with which the cities found their ledger: {@code
 * network-config/national-types.json}, which this program carries. Stateless.
 */
public final class NationalTypes {
  private static final int MOST = 64;
  private static final String RESOURCE = "/org/huxin/devnet/national-types.json";

  private NationalTypes() {}

  /** The types, in the order of the file. */
  public static List<DefineLicenceType> all() {
    try (InputStream json = NationalTypes.class.getResourceAsStream(RESOURCE)) {
      if (json == null) {
        throw new IllegalStateException(RESOURCE + " is missing from this program");
      }
      return ListCodec.list(DefineLicenceType.CODEC, 1, MOST)
          .decode(JsonReader.read(Bytes.of(json.readAllBytes()), JsonLimits.FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
