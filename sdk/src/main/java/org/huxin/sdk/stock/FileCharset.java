// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.stock;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** In which character set an old system writes. */
public enum FileCharset {
  /** UTF-8, with or without a byte order mark. */
  UTF_8(StandardCharsets.UTF_8),
  /** GB 18030, which holds GBK and GB 2312. */
  GB18030(Charset.forName("GB18030"));

  private final Charset charset;

  FileCharset(Charset charset) {
    this.charset = charset;
  }

  Charset charset() {
    return charset;
  }
}
