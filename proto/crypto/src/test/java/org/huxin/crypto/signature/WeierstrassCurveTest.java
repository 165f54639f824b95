// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeierstrassCurveTest {
  @ParameterizedTest
  @EnumSource(WeierstrassCurve.class)
  void everyCurveIsTheOneOfItsName(WeierstrassCurve curve) {
    X9ECParameters named = CustomNamedCurves.getByOID(curve.oid());
    assertEquals(named.getCurve(), curve.domain().getCurve());
    assertEquals(named.getG(), curve.domain().getG());
    assertEquals(named.getN(), curve.order());
    assertEquals(named.getH(), curve.domain().getH());
    assertEquals(1 + 2 * ((named.getCurve().getFieldSize() + 7) / 8), curve.pointLength());
  }
}
