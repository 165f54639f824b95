// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huxin.core.authorization.UseBasis;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.holder.GrantFile;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonRefusedException;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.FieldName;
import org.huxin.core.verification.AskingContext;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.refusal.RefusedException;
import picocli.CommandLine.Option;

/** Who asks about a licence, for what: 用证五要素. */
final class AskingOptions {
  @Option(names = "--by", required = true, paramLabel = "USCC", description = "who asks. 用证单位。")
  private String by = "";

  @Option(
      names = "--in",
      required = true,
      paramLabel = "DIVISION",
      description = "where it is accepted. 受理地。")
  private String division = "";

  @Option(
      names = "--item",
      required = true,
      paramLabel = "ITEM",
      description = "for which service. 事项编码。")
  private String item = "";

  @Option(names = "--purpose", required = true, paramLabel = "CODE", description = "用途。")
  private String purpose = "";

  @Option(
      names = "--basis",
      paramLabel = "WORD",
      description =
          "what the use would rest on: ${COMPLETION-CANDIDATES}; without it, only recognition is"
              + " asked. 用证依据。")
  private Optional<UseBasis> basis = Optional.empty();

  @Option(
      names = "--grant",
      paramLabel = "FILE",
      description = "a grant file; once or several times. 授权文件。")
  private List<Path> grants = new ArrayList<>();

  @Option(names = "--scope", paramLabel = "ID", description = "the use scope. 用证范围。")
  private Optional<String> scope = Optional.empty();

  @Option(names = "--agreement", paramLabel = "ID", description = "under which agreement. 互认协议。")
  private Optional<String> agreement = Optional.empty();

  @Option(
      names = "--business",
      paramLabel = "DIGEST",
      description = "commitment to the business. 业务承诺值。")
  private Optional<String> business = Optional.empty();

  AskingContext context() {
    try {
      return context(business.map(Digest::parse), List.of());
    } catch (RefusedException | IllegalArgumentException e) {
      throw new CommandFailedException(ExitCode.USAGE, "--business: no digest");
    }
  }

  /** The same for a business whose code is known here, and what is to be shown. */
  AskingContext context(Optional<Digest> of, List<FieldName> fields) {
    try {
      return new AskingContext(
          Uscc.parse(by),
          DivisionCode.parse(division),
          ServiceItemCode.parse(item),
          of,
          new Code(purpose),
          fields,
          basis,
          List.of(),
          scope.map(StatementId::parse),
          Optional.empty(),
          agreement.map(StatementId::parse));
    } catch (RefusedException | IllegalArgumentException e) {
      throw new CommandFailedException(ExitCode.USAGE, "who asks, for what: " + e.getMessage());
    }
  }

  List<GrantFile> grants() {
    return grants.stream().map(AskingOptions::grant).toList();
  }

  /** Whether the use rests on a duty of the law. */
  boolean isStatutory() {
    return basis.filter(UseBasis.STATUTORY_DUTY::equals).isPresent();
  }

  static GrantFile grant(Path path) {
    try {
      return GrantFile.read(InputFile.read(path, JsonLimits.FILE.maxBytes()));
    } catch (JsonRefusedException | DecodeRefusedException e) {
      throw new CommandFailedException(ExitCode.BAD, path + " is no grant file: " + e.getMessage());
    }
  }
}
