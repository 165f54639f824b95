// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whether tests on real Fabric run. */
public final class FabricCondition implements ExecutionCondition {
  /** Whether real Fabric is demanded. */
  public static final String PROPERTY = "huxin.fabric";

  /** The value with which a missing program is a failure. */
  public static final String REQUIRED = "required";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (REQUIRED.equals(System.getProperty(PROPERTY))) {
      return ConditionEvaluationResult.enabled("real Fabric is demanded");
    }
    try {
      FabricPrograms.find(System.getenv());
      return ConditionEvaluationResult.enabled("Fabric's programs are there");
    } catch (FabricRefusedException e) {
      return ConditionEvaluationResult.disabled("no real Fabric: " + e.getMessage());
    }
  }
}
