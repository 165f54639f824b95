// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import java.util.List;
import org.junit.jupiter.api.Test;

class Utf8OrderTest {

  @Test
  void agreesWithTheOrderOfTheBytes() {
    List<String> texts =
        List.of(
            "",
            "a",
            "ab",
            "b",
            "\u00e9",
            "\u4e2d",
            "\ud7ff",
            "\ue000",
            "\uffee",
            "\ud83d\ude00",
            "\udbff\udfff",
            "a\ud83d\ude00",
            "a\uffee",
            "\u0000type\u0000",
            "\u0001");
    for (String left : texts) {
      for (String right : texts) {
        assertEquals(
            Integer.signum(
                ByteString.unsignedLexicographicalComparator()
                    .compare(ByteString.copyFromUtf8(left), ByteString.copyFromUtf8(right))),
            Integer.signum(Utf8Order.COMPARATOR.compare(left, right)),
            left + " and " + right);
      }
    }
  }
}
