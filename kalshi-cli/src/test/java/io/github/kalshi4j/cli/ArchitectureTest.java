package io.github.kalshi4j.cli;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.haveRawType;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules of the house that the compiler does not know; this module sees all the others. */
final class ArchitectureTest {
  private static final String ROOT = "io.github.kalshi4j.";
  private static final String CLIENT = ROOT + "client..";
  private static final String STRATEGY = ROOT + "strategy..";
  private static final String RISK = ROOT + "risk..";
  private static final String ENGINE = ROOT + "engine..";
  private static final String SIMULATOR = ROOT + "simulator..";
  private static final String EXCHANGE = ROOT + "simulator.exchange..";
  private static final String LEDGER = ROOT + "simulator.ledger..";
  private static final String MARKET = ROOT + "simulator.market..";
  private static final String MATCHING = ROOT + "simulator.matching..";
  private static final String CLI = ROOT + "cli..";
  private static final String EXAMPLES = ROOT + "examples..";
  private static final String JAVA = "java..";
  private static final String JSPECIFY = "org.jspecify..";
  private static final String JACKSON = "tools.jackson..";
  private static final String JUNIT = "org.junit..";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("io.github.kalshi4j");

  @Test
  void seesEveryModule() {
    for (String module : Set.of(CLIENT, STRATEGY, RISK, ENGINE, SIMULATOR, CLI, EXAMPLES)) {
      assertThat(CLASSES.that(JavaClass.Predicates.resideInAPackage(module))).isNotEmpty();
    }
  }

  @Test
  void dependenciesPointOneWay() {
    onlyDepend(
        CLIENT,
        CLIENT,
        JAVA,
        "javax..",
        JSPECIFY,
        JACKSON,
        "com.fasterxml.jackson.annotation..",
        "org.bouncycastle..",
        "dev.failsafe..");
    onlyDepend(STRATEGY, STRATEGY, CLIENT, JAVA, JSPECIFY);
    onlyDepend(RISK, RISK, STRATEGY, CLIENT, JAVA, JSPECIFY);
    onlyDepend(ENGINE, ENGINE, RISK, STRATEGY, CLIENT, JAVA, JSPECIFY, JACKSON);
    onlyDepend(
        SIMULATOR,
        SIMULATOR,
        CLIENT,
        JAVA,
        JSPECIFY,
        JACKSON,
        JUNIT,
        "org.bouncycastle..",
        "org.eclipse.jetty..");
    onlyDepend(EXCHANGE, EXCHANGE, LEDGER, MARKET, MATCHING, CLIENT, JAVA, JSPECIFY);
    onlyDepend(LEDGER, LEDGER, CLIENT, JAVA, JSPECIFY);
    onlyDepend(MARKET, MARKET, CLIENT, JAVA, JSPECIFY);
    onlyDepend(MATCHING, MATCHING, CLIENT, JAVA, JSPECIFY);
    onlyDepend(EXAMPLES, EXAMPLES, RISK, STRATEGY, CLIENT, JAVA, JSPECIFY);
    onlyDepend(
        CLI, CLI, SIMULATOR, ENGINE, RISK, STRATEGY, CLIENT, JAVA, JSPECIFY, JACKSON, "picocli..");
  }

  private static void onlyDepend(String module, String... allowed) {
    classes()
        .that()
        .resideInAPackage(module)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .check(CLASSES);
  }

  @Test
  void onlyTheExtensionForTestsNeedsJUnit() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "simulator.junit", ROOT + "strategy.testing..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(JUNIT)
        .check(CLASSES);
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void internalPackagesStayWithinTheirModule() {
    for (String module : Set.of("client", "strategy", "risk", "engine", "simulator")) {
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + module + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + module + "..internal..")
          .check(CLASSES);
    }
  }

  @Test
  void packagesFollowConceptsNotLayers() {
    noClasses()
        .should()
        .resideInAnyPackage("..util..", "..utils..", "..dto..", "..impl..", "..common..")
        .check(CLASSES);
  }

  @Test
  void onlyTheSystemTimeSourceAsksTheClock() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + "client.time.SystemTimeSource")
        .should()
        .callMethodWhere(
            target(owner(type(System.class)))
                .and(target(nameMatching("currentTimeMillis|nanoTime"))))
        .orShould()
        .callMethodWhere(
            target(owner(inPackage("java.time"))).and(target(nameMatching("now|system.*|tick.*"))))
        .orShould()
        .callMethodWhere(target(owner(type(Thread.class))).and(target(nameMatching("sleep"))))
        .orShould()
        .callConstructor(java.util.Date.class)
        .check(CLASSES);
  }

  @Test
  void strategiesAndRiskDoNoInputOrOutput() {
    noClasses()
        .that()
        .resideInAnyPackage(STRATEGY, RISK, EXAMPLES)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..", "java.net..")
        .check(CLASSES);
  }

  /** The sample's invented underlying is an opinion, and nobody pays it. */
  @Test
  void moneyIsNeverADouble() {
    noFields()
        .that(areFloatingPoint())
        .and()
        .areNotDeclaredIn(ROOT + "strategy.testing.SampleUnderlying")
        .and()
        .areNotDeclaredIn(ROOT + "strategy.testing.SampleMarkets")
        .should()
        .haveNameMatching("(?i).*(price|cost|fee|cash|pnl|money|amount|proceeds|exposure).*")
        .check(CLASSES);
  }

  @Test
  void nothingStaticCanBeReplaced() {
    fields().that().areStatic().should().beFinal().check(CLASSES);
  }

  @Test
  void noPublicConstantIsAnArray() {
    noFields()
        .that()
        .arePublic()
        .and()
        .areStatic()
        .should(haveRawType(JavaClass.Predicates.assignableTo(Object[].class)))
        .check(CLASSES);
  }

  @Test
  void librariesDoNotChooseALogger() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.logging..")
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandWritesToTheConsole() {
    noClasses()
        .that()
        .resideOutsideOfPackage(CLI)
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> inPackage(String name) {
    return JavaClass.Predicates.resideInAPackage(name);
  }

  private static DescribedPredicate<JavaField> areFloatingPoint() {
    Set<String> names = Set.of("double", "float", "java.lang.Double", "java.lang.Float");
    return DescribedPredicate.describe(
        "are floating point", field -> names.contains(field.getRawType().getName()));
  }
}
