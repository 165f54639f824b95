// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.huxin.core.entity.EntityKind;
import org.huxin.core.entity.EntityTable;
import org.huxin.core.statement.Operation;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The commands that speak with the ledger: one group for each thing that people deal with, with a
 * command for each operation, and {@code get}, {@code list} and {@code history}. Stateless.
 */
final class LedgerCommands {
  private LedgerCommands() {}

  /** A command of one operation. */
  private record Act(String name, Operation operation, Preparation preparation, String text) {
    Act(String name, Operation operation, String text) {
      this(name, operation, new Preparation.None(), text);
    }
  }

  /**
   * A group of commands.
   *
   * @param kind what its queries are about, by the name of one in queries
   * @param more kinds that belong there too, each in a group of its own, named by the second word
   */
  private record Group(String name, String kind, List<String> more, String text, List<Act> acts) {}

  private static List<Group> groups() {
    return List.of(
        group(
            "authority",
            "Authority",
            "Authorities: what they are, their roles and keys. 机构、角色与密钥。",
            new Act("register", Operation.REGISTER_AUTHORITY, "A governor registers one. 登记机构。"),
            new Act("update", Operation.UPDATE_AUTHORITY, "Its governor changes it. 变更登记。"),
            new Act("add-key", Operation.ADD_AUTHORITY_KEY, "It gets one more key. 增加密钥。"),
            new Act(
                "retire-key",
                Operation.RETIRE_AUTHORITY_KEY,
                "A key ends, with what it said since it was compromised. 停用密钥。")),
        group(
            "type",
            "LicenceType",
            "Licence types. 证照类型目录。",
            new Act("define", Operation.DEFINE_LICENCE_TYPE, "A definer defines one. 定义证照类型。")),
        group(
            "accreditation",
            "Accreditation",
            "Who may issue what, where. 发证资格。",
            new Act("open", Operation.OPEN_ACCREDITATION, "An issuer becomes competent. 赋予资格。"),
            new Act("close", Operation.CLOSE_ACCREDITATION, "It is so no longer. 终止资格。"),
            new Act(
                "transfer",
                Operation.TRANSFER_COMPETENCE,
                "Competence passes on in one step. 一枚印章管审批：事权划转。")),
        group(
            "supervision",
            "Supervision",
            "Who supervises what, where. 监管职责。",
            new Act("open", Operation.OPEN_SUPERVISION, "An authority supervises. 赋予监管职责。"),
            new Act("close", Operation.CLOSE_SUPERVISION, "It does so no longer. 终止监管职责。")),
        group(
            "scope",
            "UseScope",
            "What an authority may ask for, in public. 用证范围。",
            new Act("open", Operation.OPEN_USE_SCOPE, "A scope begins. 公布用证范围。"),
            new Act("close", Operation.CLOSE_USE_SCOPE, "It ends. 终止用证范围。")),
        group(
            "seal",
            "Seal",
            "",
            new Act("file", Operation.FILE_SEAL, new SealFiling(), "A maker files a seal. 备案印章。"),
            new Act("disable", Operation.DISABLE_SEAL, "停用: it may not seal for now."),
            new Act("restore", Operation.RESTORE_SEAL, "恢复: it may seal again."),
            new Act("cancel", Operation.CANCEL_SEAL, "注销: it ends."),
            new Act("replace", Operation.REPLACE_SEAL, "更换: another takes its place.")),
        group(
            "batch",
            "Batch",
            "Batches of licences on the ledger. 上链批次。",
            new Act("void", Operation.VOID_BATCH, "A batch is void, with all in it. 作废批次。")),
        group(
            "status",
            "LicenceStatus",
            "What has happened to licences. 证照状态。",
            new Act(
                "change",
                Operation.CHANGE_LICENCE_STATUS,
                new StatusDecisionOptions(),
                "暂扣、发还、撤销、吊销、注销、转出: licences of one issuer, type and division.")),
        group(
            "agreement",
            "Agreement",
            "Agreements on mutual recognition. 互认协议。",
            new Act("propose", Operation.PROPOSE_AGREEMENT, "A governor proposes one. 提议。"),
            new Act(
                "sign",
                Operation.SIGN_AGREEMENT,
                new AgreementTermsLookUp(),
                "A governor signs a version: the digest of its terms. 签署。"),
            new Act("reject", Operation.REJECT_AGREEMENT, "A governor rejects it. 拒绝。"),
            new Act("suspend", Operation.SUSPEND_AGREEMENT, "A party suspends it. 中止。"),
            new Act("resume", Operation.RESUME_AGREEMENT, "A party resumes it. 恢复。"),
            new Act("notice", Operation.GIVE_NOTICE, "A party gives notice. 通知终止。"),
            new Act("amend", Operation.AMEND_AGREEMENT, "The next version is proposed. 提议修订。")),
        group(
            "consent",
            "Authorization",
            List.of("Tombstone"),
            "What holders allow. 用证授权。",
            new Act(
                "revoke",
                Operation.REVOKE_AUTHORIZATION,
                "A provider withdraws what it recorded for somebody. 撤回代录授权。"),
            new Act(
                "assist",
                Operation.ASSIST_CONSENT,
                "A provider records the consent of a person without a device. 代录授权。")),
        group("usage", "Usage", "Uses of licences. 用证记录。"),
        group(
            "paper",
            "PaperRequest",
            List.of("PaperReport"),
            "Papers that were asked for. 索要纸质材料。",
            new Act("record", Operation.RECORD_PAPER_REQUEST, "A consumer records it. 登记索要。"),
            new Act("report", Operation.REPORT_PAPER_ASKED, "A holder reports it. 举报索要。")),
        group(
            "dispute",
            "Dispute",
            "Disputes about what licences say. 异议。",
            new Act("file", Operation.FILE_DISPUTE, "Somebody disputes fields. 提出异议。"),
            new Act("accept", Operation.ACCEPT_DISPUTE, "The issuer takes it up. 受理。"),
            new Act("reject", Operation.REJECT_DISPUTE, "The issuer does not. 不予受理。"),
            new Act("decide", Operation.DECIDE_DISPUTE, "It is decided. 作出决定。"),
            new Act("escalate", Operation.ESCALATE_DISPUTE, "To the supervisor. 提请复核。"),
            new Act("withdraw", Operation.WITHDRAW_DISPUTE, "Its raiser withdraws it. 撤回。")),
        group(
            "item",
            "ServiceItem",
            "Service items and the materials that they ask for. 政务服务事项。",
            new Act("publish", Operation.PUBLISH_SERVICE_ITEM, "Its owner publishes one. 发布事项。")),
        group(
            "demand",
            "Demand",
            "Demand and supply of licence data. 供需清单。",
            new Act("post", Operation.POST_DEMAND, "A consumer asks. 提出需求。"),
            new Act("answer", Operation.ANSWER_DEMAND, "A supplier answers. 答复。"),
            new Act("withdraw", Operation.WITHDRAW_DEMAND, "Its demander withdraws it. 撤回。")),
        group(
            "commitment",
            "Commitment",
            "Promises in the place of materials. 告知承诺与容缺受理。",
            new Act("make", Operation.MAKE_COMMITMENT, "An authority accepts one. 接受承诺。"),
            new Act("settle", Operation.SETTLE_COMMITMENT, "It ends. 了结承诺。")),
        group(
            "holder",
            "RetiredHolderKey",
            "Holders' keys that have ended. 持有人密钥。",
            new Act("retire-key", Operation.RETIRE_HOLDER_KEY, "A holder's key ends. 停用持有人密钥。")),
        group(
            "city",
            "City",
            List.of("Genesis", "Membership"),
            "Member cities, and what they decide together. 成员城市。",
            new Act("admit", Operation.ADMIT_CITY, "A city joins. 接纳城市。"),
            new Act("remove", Operation.REMOVE_CITY, "A city leaves. 移除城市。"),
            new Act(
                "rotate-key", Operation.ROTATE_GOVERNOR_KEY, "A governor's keys change. 更换治理密钥。"),
            new Act("divisions", Operation.UPDATE_DIVISIONS, "Divisions and node. 更新区划。")),
        group("checkpoint", "Checkpoint", "What cities' nodes published of their logs. 检查点。"));
  }

  private static Group group(String name, String kind, String text, Act... acts) {
    return group(name, kind, List.of(), text, acts);
  }

  private static Group group(
      String name, String kind, List<String> more, String text, Act... acts) {
    return new Group(name, kind, more, text, List.of(acts));
  }

  /** Adds the groups to the program, and to groups that it has already. */
  static void addTo(CommandLine program) {
    for (Group group : groups()) {
      CommandLine commands = program.getSubcommands().get(group.name());
      if (commands == null) {
        commands = new CommandLine(groupSpec(group.name(), group.text()));
        program.addSubcommand(group.name(), commands);
      }
      for (Act act : group.acts()) {
        commands.addSubcommand(
            act.name(),
            new CommandLine(
                new SubmitCommand(act.name(), act.operation(), act.preparation(), act.text())
                    .spec()));
      }
      for (Object own : ofTheirOwn(group.name())) {
        commands.addSubcommand(own);
      }
      addQueries(commands, kind(group.kind()));
      for (String each : group.more()) {
        CommandLine inner = new CommandLine(groupSpec(word(each), "Queries: " + each + ". 查询。"));
        addQueries(inner, kind(each));
        commands.addSubcommand(word(each), inner);
      }
    }
  }

  /** What needs more than a statement: files that go from hand to hand, secrets, a trail. */
  private static List<Object> ofTheirOwn(String group) {
    return switch (group) {
      case "consent" ->
          List.of(
              new ConsentRequestCommand(),
              new ConsentGrantCommand(),
              new ConsentCarryInCommand(),
              new ConsentWithdrawCommand());
      case "usage" -> List.of(new UsageRecordCommand());
      default -> List.of();
    };
  }

  private static EntityKind<?> kind(String name) {
    return EntityTable.find(name).orElseThrow(() -> new IllegalStateException("no kind " + name));
  }

  /** {@code PaperReport} is asked for beneath {@code paper reports}. */
  private static String word(String kind) {
    return switch (kind) {
      case "PaperReport" -> "reports";
      case "Tombstone" -> "tombstones";
      default -> kind.toLowerCase(java.util.Locale.ROOT);
    };
  }

  private static void addQueries(CommandLine commands, EntityKind<?> kind) {
    for (QueryCommand.Question question : QueryCommand.Question.values()) {
      if (question != QueryCommand.Question.LIST || !kind.parts().isEmpty()) {
        CommandSpec spec = new QueryCommand(question, kind).spec();
        commands.addSubcommand(spec.name(), new CommandLine(spec));
      }
    }
  }

  private static CommandSpec groupSpec(String name, String text) {
    MissingCommand missing = new MissingCommand();
    CommandSpec spec = CommandSpec.wrapWithoutInspection(missing).name(name);
    missing.spec = spec;
    spec.usageMessage().description(text);
    return addHelp(spec);
  }

  /** {@code --help}, and no {@code --version}: statements have versions of their own. */
  static CommandSpec addHelp(CommandSpec spec) {
    return spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .type(boolean.class)
            .description("Shows this text. 显示帮助。")
            .build());
  }

  /** A group by itself does nothing: it says which commands it has. */
  private static final class MissingCommand implements Callable<Integer> {
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      List<String> names = new ArrayList<>(spec.subcommands().keySet());
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "a command is missing: " + spec.name() + " " + String.join(", ", names));
    }
  }
}
