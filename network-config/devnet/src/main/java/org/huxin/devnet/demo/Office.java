// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.util.List;
import org.huxin.core.authority.Role;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.statement.Name;

/** The authorities of the story. They do not exist; their credit codes hold. */
@SuppressWarnings("ImmutableEnumChecker") // this project's values are, though no annotation says so
public enum Office {
  /** 鄂尔多斯, which also governs the city. */
  ORDOS_APPROVAL(
      "ord-aab", "11150600MB9T00011A", "150600", "鄂尔多斯市行政审批和政务服务局(示例)", Role.ISSUER, Role.CONSUMER),
  /** 呼和浩特, which governs the city. */
  HOHHOT_APPROVAL("hh-aab", "11150100MB9T00193L", "150100", "呼和浩特市行政审批和政务服务局(示例)"),
  /** 乌兰察布, which governs the city. */
  ULANQAB_APPROVAL("wlcb-aab", "11150900MB9T00206K", "150900", "乌兰察布市行政审批和政务服务局(示例)"),
  /** 东胜. */
  DONGSHENG_MARKET(
      "ds-scjg", "11150602MB9T0002XY", "150602", "东胜区市场监督管理局(示例)", Role.ISSUER, Role.CONSUMER),
  /** 康巴什. */
  KANGBASHI_PROPERTY(
      "kbs-zrzy", "11150603MB9T00038D", "150603", "康巴什区不动产登记中心(示例)", Role.ISSUER, Role.CONSUMER),
  /** 伊金霍洛. */
  EJIN_HORO_TRANSPORT(
      "yq-jtys", "11150627MB9T0010XR", "150627", "伊金霍洛旗交通运输局(示例)", Role.ISSUER, Role.CONSUMER),
  /** 准格尔. */
  JUNGAR_ENERGY(
      "zge-nyj", "11150622MB9T00054K", "150622", "准格尔旗能源局(示例)", Role.SUPERVISOR, Role.CONSUMER),
  /** 呼和浩特. */
  HOHHOT_CONSTRUCTION("hh-zjj", "11150100MB9T00118U", "150100", "呼和浩特市住房和城乡建设局(示例)", Role.ISSUER),
  /** 包头, which also governs the city. */
  BAOTOU_MARKET("bt-scjg", "11150200MB9T00126U", "150200", "包头市市场监督管理局(示例)", Role.CONSUMER),
  /** 昆都仑. */
  KUNDULUN_CIVIL(
      "bt-kq-mz", "11150203MB9T00142W", "150203", "昆都仑区民政局(示例)", Role.ISSUER, Role.CONSUMER),
  /** 乌兰察布. */
  ULANQAB_MARKET(
      "wlcb-scjg", "11150900MB9T00134T", "150900", "乌兰察布市市场监督管理局(示例)", Role.ISSUER, Role.CONSUMER),
  /** 集宁. */
  JINING_POLICE("jn-ga", "11150902MB9T00150D", "150902", "集宁区公安分局(示例)", Role.ISSUER),
  /** Says who holds a key. */
  IDENTITY_SERVICE(
      "ord-sfrz", "11150600MB9T00169X", "150600", "鄂尔多斯市数字身份服务中心(示例)", Role.IDENTITY_PROVIDER),
  /** Makes and files seals. */
  SEAL_SERVICE("ord-yz", "11150600MB9T00177Q", "150600", "鄂尔多斯市印章服务中心(示例)", Role.SEAL_MAKER),
  /** Looks whether the rules are kept. */
  AUDIT("hh-jd", "11150100MB9T00185R", "150100", "呼和浩特市政务服务监督中心(示例)", Role.AUDITOR);

  private final String label;
  private final Uscc code;
  private final DivisionCode division;
  private final Name officialName;
  private final List<Role> roles;

  Office(String label, String code, String division, String officialName, Role... roles) {
    this.label = label;
    this.code = new Uscc(code);
    this.division = new DivisionCode(division);
    this.officialName = new Name(officialName);
    this.roles = List.of(roles);
  }

  /** The name of its key's file. */
  String label() {
    return label;
  }

  /** Its unified social credit code. */
  public Uscc code() {
    return code;
  }

  /** Where it is. */
  public DivisionCode division() {
    return division;
  }

  /** The city in which it is. */
  public DivisionCode city() {
    return division.city();
  }

  /** Its name. */
  public Name officialName() {
    return officialName;
  }

  /** What it does on the ledger, besides governing. */
  List<Role> roles() {
    return roles;
  }
}
