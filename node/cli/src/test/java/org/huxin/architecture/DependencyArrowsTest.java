// SPDX-License-Identifier: Apache-2.0
package org.huxin.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The arrows between modules. The POMs say which libraries a module may use; this says which
 * packages may use which, so that a dependency that arrives by way of another is caught too.
 */
final class DependencyArrowsTest {
  private static final String ROOT = "org.huxin.";

  /** For each module's package, the packages of this project that it may use besides its own. */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("crypto", Set.of()),
          Map.entry("core", Set.of("crypto")),
          Map.entry("seal", Set.of("crypto", "core")),
          Map.entry("fabric", Set.of("crypto")),
          Map.entry("wire", Set.of("crypto", "core")),
          Map.entry("contract", Set.of("crypto", "core")),
          Map.entry("chaincode", Set.of("crypto", "core", "contract")),
          Map.entry("sdk", Set.of("crypto", "core", "seal", "wire")),
          Map.entry("node", Set.of("crypto", "core", "seal", "wire", "sdk", "contract", "fabric")),
          Map.entry("embedded", Set.of("crypto", "fabric")),
          Map.entry(
              "devnet",
              Set.of(
                  "crypto",
                  "core",
                  "seal",
                  "fabric",
                  "wire",
                  "contract",
                  "chaincode",
                  "sdk",
                  "node",
                  "embedded")),
          Map.entry(
              "cli",
              Set.of(
                  "crypto",
                  "core",
                  "seal",
                  "fabric",
                  "wire",
                  "contract",
                  "chaincode",
                  "sdk",
                  "node",
                  "embedded",
                  "devnet")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("org.huxin");

  @Test
  void everyModuleUsesOnlyWhatItsArrowsAllow() {
    for (Map.Entry<String, Set<String>> arrow : ARROWS.entrySet()) {
      Set<String> allowed = new TreeSet<>(arrow.getValue());
      allowed.add(arrow.getKey());
      ArchRule rule =
          noClasses()
              .that()
              .resideInAPackage(ROOT + arrow.getKey() + "..")
              .should()
              .dependOnClassesThat(
                  describe(
                      "lie in another module than " + allowed,
                      target ->
                          target.getPackageName().startsWith(ROOT)
                              && !allowed.contains(module(target))))
              .allowEmptyShould(true);
      rule.check(CLASSES);
    }
  }

  @Test
  void everyClassBelongsToAModuleThatHasArrows() {
    Set<String> unknown =
        CLASSES.stream()
            .map(DependencyArrowsTest::module)
            .filter(name -> !ARROWS.containsKey(name))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(unknown.isEmpty(), "modules without arrows: " + unknown);
  }

  @Test
  void coreAndCryptoKnowNoFabricNoWireNoLogger() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + "crypto..", ROOT + "core..", ROOT + "contract..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.google.protobuf..",
            "io.grpc..",
            "org.hyperledger..",
            "org.slf4j..",
            "java.util.logging..",
            "java.net..",
            "java.sql..")
        .check(CLASSES);
  }

  @Test
  void verifyingOfflineNeedsNothingOfTheNetwork() {
    classes()
        .that()
        .resideInAPackage(ROOT + "sdk.offline..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            ROOT + "sdk.offline..",
            ROOT + "core..",
            ROOT + "crypto..",
            ROOT + "seal..",
            "java..",
            "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void packagesOfCoreAndCryptoHaveNoCycles() {
    SlicesRuleDefinition.slices()
        .matching("org.huxin.(crypto|core).(*)..")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> unmarked = new TreeSet<>();
    for (JavaClass each : CLASSES) {
      if (!each.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
        unmarked.add(each.getPackageName());
      }
    }
    assertTrue(unmarked.isEmpty(), "packages without @NullMarked: " + unmarked);
  }

  @Test
  void namesSayWhatAThingIs() {
    classes()
        .should()
        .haveNameNotMatching(".*\\.[A-Za-z0-9]*(Utils?|Helpers?|Manager|Impl|Common)(\\$.*)?")
        .andShould()
        .resideOutsideOfPackages("..util..", "..utils..", "..common..", "..helper..", "..misc..")
        .check(CLASSES);
  }

  private static String module(JavaClass type) {
    String rest =
        type.getPackageName().length() > ROOT.length()
            ? type.getPackageName().substring(ROOT.length())
            : "";
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }
}
