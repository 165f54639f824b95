// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.sample;

import java.util.List;
import org.huxin.core.governance.MemberCity;
import org.huxin.core.governance.NamedDivision;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.MspId;
import org.huxin.core.id.Uscc;
import org.huxin.core.statement.Name;

/** The four cities, with governors that do not exist. */
public enum SampleCity {
  /** 呼和浩特. */
  HOHHOT("150100", "呼和浩特市(示例)", "HohhotMSP", "11150100MB9T00118U", "150105", "赛罕区"),
  /** 包头. */
  BAOTOU("150200", "包头市(示例)", "BaotouMSP", "11150200MB9T00126U", "150203", "昆都仑区"),
  /** 鄂尔多斯. */
  ORDOS("150600", "鄂尔多斯市(示例)", "OrdosMSP", "11150600MB9T00011A", "150602", "东胜区"),
  /** 乌兰察布. */
  ULANQAB("150900", "乌兰察布市(示例)", "UlanqabMSP", "11150900MB9T00134T", "150902", "集宁区");

  private final String code;
  private final String label;
  private final String msp;
  private final String governor;
  private final String district;
  private final String districtLabel;

  SampleCity(
      String code,
      String label,
      String msp,
      String governor,
      String district,
      String districtLabel) {
    this.code = code;
    this.label = label;
    this.msp = msp;
    this.governor = governor;
    this.district = district;
    this.districtLabel = districtLabel;
  }

  /** Its division. */
  public DivisionCode code() {
    return new DivisionCode(code);
  }

  /** The one division beneath it that the city has named. */
  public DivisionCode district() {
    return new DivisionCode(district);
  }

  /** The divisions beneath it that the city has named. */
  public List<NamedDivision> divisions() {
    return List.of(new NamedDivision(district(), new Name(districtLabel)));
  }

  /** Its name. */
  public Name label() {
    return new Name(label);
  }

  /** Its organisation in Fabric. */
  public MspId msp() {
    return new MspId(msp);
  }

  /** Who governs it. */
  public Uscc governor() {
    return new Uscc(governor);
  }

  /** The governor's first key. */
  public SampleKey governorKey() {
    return SampleKey.of(governor(), 1);
  }

  /** As the membership lists it. */
  public MemberCity member() {
    return new MemberCity(code(), label(), msp(), governor());
  }
}
