// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.sample;

import org.huxin.core.governance.MemberCity;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.MspId;
import org.huxin.core.id.Uscc;
import org.huxin.core.statement.Name;

/** The four cities, with governors that do not exist. */
public enum SampleCity {
  /** 呼和浩特. */
  HOHHOT("150100", "呼和浩特市(示例)", "HohhotMSP", "11150100MB9T00118U"),
  /** 包头. */
  BAOTOU("150200", "包头市(示例)", "BaotouMSP", "11150200MB9T00126U"),
  /** 鄂尔多斯. */
  ORDOS("150600", "鄂尔多斯市(示例)", "OrdosMSP", "11150600MB9T00011A"),
  /** 乌兰察布. */
  ULANQAB("150900", "乌兰察布市(示例)", "UlanqabMSP", "11150900MB9T00134T");

  private final String code;
  private final String label;
  private final String msp;
  private final String governor;

  SampleCity(String code, String label, String msp, String governor) {
    this.code = code;
    this.label = label;
    this.msp = msp;
    this.governor = governor;
  }

  /** Its division. */
  public DivisionCode code() {
    return new DivisionCode(code);
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
