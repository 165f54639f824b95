// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests that need Fabric's programs. Where these are missing, the tests are skipped with the
 * reason; unless the system property {@value FabricCondition#PROPERTY} is {@value
 * FabricCondition#REQUIRED}: then they fail with it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(FabricCondition.class)
public @interface RequiresFabric {}
