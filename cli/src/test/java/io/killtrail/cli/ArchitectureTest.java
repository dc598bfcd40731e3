package io.killtrail.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shape of the house, as the build holds it. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.killtrail");

  @Test
  void arrowsRunFromTheCommandToTheFacts() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("io.killtrail..")
        .layer("cli")
        .definedBy("io.killtrail.cli..")
        .layer("reports")
        .definedBy("io.killtrail.reports..")
        .layer("analyzer")
        .definedBy("io.killtrail.analyzer..")
        .layer("ingest")
        .definedBy("io.killtrail.ingest..")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("reports")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("analyzer")
        .mayOnlyBeAccessedByLayers("cli", "reports")
        .check(CLASSES);
  }

  @Test
  void noPackageNeedsItself() {
    slices().matching("io.killtrail.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void theCorrelatorKnowsNeitherLuceneNorSpark() {
    noClasses()
        .that()
        .resideInAnyPackage("io.killtrail.analyzer.correlate..", "io.killtrail.analyzer.cases..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.lucene..", "org.apache.spark..")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void ingestKnowsNoLucene() {
    noClasses()
        .that()
        .resideInAPackage("io.killtrail.ingest..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.lucene..")
        .check(CLASSES);
  }

  /** AWT takes long to start: who asks for text must not wait for it. */
  @Test
  void onlyChartsKnowHowToDraw() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.killtrail.reports.chart..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.awt..", "javax.imageio..", "org.jfree..", "org.apache.batik..")
        .check(CLASSES);
  }

  @Test
  void noPackageIsADrawerForThisAndThat() {
    noClasses().should().resideInAnyPackage("..util..", "..common..", "..impl..").check(CLASSES);
  }

  @Test
  void onlyTheCommandMeetsTheProcess() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.killtrail.cli..")
        .should(ACCESS_STANDARD_STREAMS)
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage("io.killtrail.cli..")
        .should(USE_JAVA_UTIL_LOGGING)
        .check(CLASSES);
  }

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    for (String module : List.of("ingest", "analyzer", "reports", "cli")) {
      Path sources = Path.of(System.getProperty("killtrail.root"), module, "src/main/java");
      try (Stream<Path> files = Files.walk(sources)) {
        assertThat(files.filter(file -> file.toString().endsWith(".java")).map(Path::getParent))
            .isNotEmpty()
            .allSatisfy(its -> assertThat(its.resolve("package-info.java")).exists());
      }
    }
  }
}
