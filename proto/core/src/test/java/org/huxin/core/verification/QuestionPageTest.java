// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonLimits;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.vectors.VectorFiles;
import org.junit.jupiter.api.Test;

/** The page's example is the question that the code writes and reads. */
final class QuestionPageTest {
  @Test
  void theQuestionOfThePageIsReadAndWrittenAsItStands() {
    Question question = new SampleView().question(Optional.empty());
    String text = CanonicalJson.text(Question.CODEC.encode(question));

    assertEquals(text, VectorFiles.currentExample("question", "question", text));
    assertEquals(question, Question.CODEC.fromBytes(Bytes.utf8(text), JsonLimits.STATEMENT));
  }
}
