// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import org.huxin.core.json.JsonObject;
import org.huxin.core.signed.StatementHead;
import org.huxin.sdk.ledger.LedgerClient;
import picocli.CommandLine.Command;

/**
 * What a command knows of a statement's members besides the options that follow from its codec: it
 * may have options of its own, such as the file of a seal.
 */
interface Preparation {
  /**
   * What stands around a statement that is made.
   *
   * @param ledger who can be asked
   * @param head for which ledger it is, and when it is signed
   * @param signatory who signs
   */
  record Surroundings(
      LedgerClient ledger, StatementHead head, SigningOptions.Signatory signatory) {}

  /** The members with what is added to them. */
  JsonObject prepare(JsonObject given, Surroundings surroundings);

  /** Nothing is added. */
  @Command
  final class None implements Preparation {
    @Override
    public JsonObject prepare(JsonObject given, Surroundings surroundings) {
      return given;
    }
  }
}
