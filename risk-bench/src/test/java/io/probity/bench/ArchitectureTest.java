package io.probity.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** The arrows of the house: between modules, between packages, and what may not appear anywhere. */
@AnalyzeClasses(packages = "io.probity", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] FEATURES = {
    "io.probity.file..",
    "io.probity.input..",
    "io.probity.csv..",
    "io.probity.schema..",
    "io.probity.table..",
    "io.probity.application..",
    "io.probity.feature..",
    "io.probity.binning.."
  };
  private static final String[] CORE = {
    "io.probity.metrics..",
    "io.probity.capital..",
    "io.probity.signature..",
    "io.probity.model..",
    "io.probity.explain..",
    "io.probity.condition..",
    "io.probity.lending..",
    "io.probity.limit..",
    "io.probity.decision..",
    "io.probity.portfolio..",
    "io.probity.audit..",
    "io.probity.monitoring..",
    "io.probity.service.."
  };
  private static final String[] TRAINING = {
    "io.probity.training..",
    "io.probity.validation..",
    "io.probity.profile..",
    "io.probity.preparation..",
    "io.probity.simulation.."
  };
  private static final String[] DESK = {"io.probity.cli..", "io.probity.report.."};

  /** The packages of serving, each of which may use only those before it. */
  private static final List<String> LADDER = List.of(
      "io.probity.file",
      "io.probity.input",
      "io.probity.csv",
      "io.probity.schema",
      "io.probity.table",
      "io.probity.application",
      "io.probity.feature",
      "io.probity.binning",
      "io.probity.metrics",
      "io.probity.capital",
      "io.probity.signature",
      "io.probity.model",
      "io.probity.explain",
      "io.probity.condition",
      "io.probity.lending",
      "io.probity.limit",
      "io.probity.decision",
      "io.probity.portfolio",
      "io.probity.audit",
      "io.probity.monitoring",
      "io.probity.service");

  @ArchTest
  static final ArchRule featuresUseNothingAbove = noClasses()
      .that()
      .resideInAnyPackage(FEATURES)
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(join(CORE, TRAINING, DESK));

  @ArchTest
  static final ArchRule coreUsesNothingAbove = noClasses()
      .that()
      .resideInAnyPackage(CORE)
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(join(TRAINING, DESK));

  @ArchTest
  static final ArchRule trainingUsesNothingAbove = noClasses()
      .that()
      .resideInAnyPackage(TRAINING)
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(DESK);

  @ArchTest
  static final ArchRule servingPackagesLookOnlyDown = classes()
      .that()
      .resideInAnyPackage(join(FEATURES, CORE))
      .should(useOnlyPackagesBelowTheirOwn());

  @ArchTest
  static final ArchRule noCirclesBetweenPackages =
      slices().matching("io.probity.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule servingKnowsNoTrainer = noClasses()
      .that()
      .resideInAnyPackage(join(FEATURES, CORE))
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("org.tribuo..", "ml.dmlc..", "picocli..", "org.slf4j..");

  @ArchTest
  static final ArchRule librariesNeitherPrintNorAskForTheTimeNorStartThreads = noClasses()
      .that()
      .resideInAnyPackage(join(FEATURES, CORE, TRAINING))
      .should()
      .accessField(System.class, "out")
      .orShould()
      .accessField(System.class, "err")
      .orShould()
      .callMethod(System.class, "currentTimeMillis")
      .orShould()
      .callMethod(java.time.LocalDate.class, "now")
      .orShould()
      .callMethod(java.time.Instant.class, "now")
      .orShould()
      .dependOnClassesThat()
      .belongToAnyOf(Thread.class, ThreadLocal.class, java.util.concurrent.Executors.class);

  @ArchTest
  static final ArchRule jacksonStaysInside = noClasses()
      .that()
      .resideOutsideOfPackage("io.probity.input..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("com.fasterxml..");

  @ArchTest
  static final ArchRule packagesAreNotDrawers = noClasses()
      .should()
      .resideInAnyPackage(
          "..util..", "..utils..", "..common..", "..helper..", "..impl..", "..manager..");

  private static ArchCondition<JavaClass> useOnlyPackagesBelowTheirOwn() {
    return new ArchCondition<>("use only packages below their own") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        int own = LADDER.indexOf(item.getPackageName());
        item.getDirectDependenciesFromSelf().forEach(dependency -> {
          int used = LADDER.indexOf(dependency.getTargetClass().getPackageName());
          if (used > own) {
            events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
          }
        });
      }
    };
  }

  private static String[] join(String[]... groups) {
    return java.util.Arrays.stream(groups).flatMap(java.util.Arrays::stream).toArray(String[]::new);
  }
}
