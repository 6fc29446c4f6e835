package dev.vmcts.cli;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;

/** What may know what, and where the outside world is touched. */
@Tag("slow")
@AnalyzeClasses(packages = "dev.vmcts", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest
  static final ArchRule LAYERS = Architectures.layeredArchitecture()
      .consideringOnlyDependenciesInLayers()
      .layer("core")
      .definedBy(
          "dev.vmcts.text..",
          "dev.vmcts.problem..",
          "dev.vmcts.prompt..",
          "dev.vmcts.verify..",
          "dev.vmcts.search..",
          "dev.vmcts.trace..",
          "dev.vmcts.llm")
      .layer("verifiers")
      .definedBy("dev.vmcts.verifiers..")
      .layer("models")
      .definedBy("dev.vmcts.llm.(*)..")
      .layer("command line")
      .definedBy("dev.vmcts.cli..")
      .whereLayer("command line")
      .mayNotBeAccessedByAnyLayer()
      .whereLayer("verifiers")
      .mayOnlyBeAccessedByLayers("command line")
      .whereLayer("models")
      .mayOnlyBeAccessedByLayers("command line");

  @ArchTest
  static final ArchRule NO_PACKAGE_CYCLES =
      slices().matching("dev.vmcts.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule LANGUAGES_ARE_INDEPENDENT = slices()
      .matching("dev.vmcts.verifiers.(*)..")
      .should()
      .notDependOnEachOther()
      .ignoreDependency(
          nameMatching("dev\\.vmcts\\.verifiers\\..*"),
          nameMatching("dev\\.vmcts\\.verifiers\\.(process|frame)\\..*"));

  @ArchTest
  static final ArchRule SEARCH_KNOWS_NO_IMPLEMENTATION = noClasses()
      .that()
      .resideInAPackage("dev.vmcts.search..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("dev.vmcts.verifiers..", "dev.vmcts.llm.*..", "dev.vmcts.trace..");

  /** The worker of llama.cpp is a process of its own and owns its streams. */
  @ArchTest
  static final ArchRule STREAMS_AND_EXIT = noClasses()
      .that()
      .resideOutsideOfPackage("dev.vmcts.cli..")
      .and()
      .doNotHaveFullyQualifiedName("dev.vmcts.llm.llamacpp.LlamaWorker")
      .should()
      .accessField(System.class, "out")
      .orShould()
      .accessField(System.class, "err")
      .orShould()
      .callMethod(System.class, "exit", int.class)
      .orShould()
      .callMethod(Runtime.class, "halt", int.class);

  @ArchTest
  static final ArchRule PROCESSES = noClasses()
      .that()
      .resideOutsideOfPackages("dev.vmcts.verifiers.process..", "dev.vmcts.llm.llamacpp..")
      .should()
      .callConstructorWhere(targetOwner(type(ProcessBuilder.class)).as("it starts a process"))
      .orShould()
      .callMethodWhere(
          target(name("exec")).and(targetOwner(type(Runtime.class))).as("it starts a process"));

  @ArchTest
  static final ArchRule NATIVE_CODE = noClasses()
      .that()
      .resideOutsideOfPackage("dev.vmcts.llm.llamacpp..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("de.kherud..", "com.sun.jna..");

  /** One seed gives one trace: clock and randomness come from outside. */
  @ArchTest
  static final ArchRule SEARCH_IS_REPEATABLE = noClasses()
      .that()
      .resideInAPackage("dev.vmcts.search..")
      .should()
      .callMethod(System.class, "currentTimeMillis")
      .orShould()
      .callMethod(System.class, "nanoTime")
      .orShould()
      .callMethod(Instant.class, "now")
      .orShould()
      .callMethod(Math.class, "random")
      .orShould()
      .callConstructor(Random.class)
      .orShould()
      .callMethod(ThreadLocalRandom.class, "current")
      .orShould()
      .callMethod(RandomGenerator.class, "getDefault");

  @ArchTest
  static void everyPackage_isNullMarked(JavaClasses classes) {
    List<String> unmarked = classes.stream()
        .map(c -> c.getPackage())
        .distinct()
        .filter(p -> !p.isAnnotatedWith(NullMarked.class))
        .map(JavaPackage::getName)
        .toList();

    assertThat(unmarked).isEmpty();
  }

  /** Rules about no classes hold: make sure that every module was looked at. */
  @ArchTest
  static void scan_everyModule_isThere(JavaClasses classes) {
    assertThat(classes.size()).isGreaterThan(120);
    assertThat(classes.stream().map(c -> c.getPackageName()).distinct())
        .contains(
            "dev.vmcts.search",
            "dev.vmcts.verifiers.coq",
            "dev.vmcts.verifiers.process",
            "dev.vmcts.llm.llamacpp",
            "dev.vmcts.cli");
  }
}
