// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.structure;

import java.util.List;
import org.huxin.crypto.bytes.Bytes;

/**
 * A vendor's own data.
 *
 * @param id its object identifier
 * @param critical whether who does not know it must not accept the rest
 * @param value what it holds
 */
public record SealExtension(String id, boolean critical, Bytes value) {
  private static final int MAX_COUNT = 32;
  private static final int MAX_VALUE = 64 * 1024;

  static List<SealExtension> readAll(DerSequence extensions) {
    return extensions.rest(MAX_COUNT, all -> read(all.sequence("extension")));
  }

  private static SealExtension read(DerSequence parts) {
    SealExtension extension =
        new SealExtension(
            parts.oid("extnID"), parts.flag("critical"), parts.octets("extnValue", MAX_VALUE));
    parts.end();
    return extension;
  }
}
