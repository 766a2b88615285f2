package blocsim;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The storeys of the house: imports go down, never up, and each outside library is let in at one door. */
class LayersTest {
    private static final String PICTURE = "java.awt.image.BufferedImage";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("blocsim");

    @Test
    void importsGoDown() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("cli")
                .definedBy("blocsim.cli..")
                .layer("gui")
                .definedBy("blocsim.gui..")
                .layer("web")
                .definedBy("blocsim.web..")
                .layer("api")
                .definedBy("blocsim.api..")
                .layer("report")
                .definedBy("blocsim.report..")
                .layer("spark")
                .definedBy("blocsim.spark..")
                .layer("experiment")
                .definedBy("blocsim.experiment..")
                .layer("store")
                .definedBy("blocsim.store..")
                .layer("fit")
                .definedBy("blocsim.fit..")
                .layer("forecast")
                .definedBy("blocsim.forecast..")
                .layer("engine")
                .definedBy("blocsim.engine..")
                .layer("scenario")
                .definedBy("blocsim.scenario..")
                .layer("history")
                .definedBy("blocsim.history..")
                .layer("panel")
                .definedBy("blocsim.panel..")
                .layer("rule")
                .definedBy("blocsim.rule..")
                .layer("model")
                .definedBy("blocsim.model..")
                .layer("stats")
                .definedBy("blocsim.stats..")
                .layer("input")
                .definedBy("blocsim.input..")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("gui")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("spark")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("web")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("api")
                .mayOnlyBeAccessedByLayers("gui", "web", "cli")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("api", "gui", "web", "cli")
                .whereLayer("experiment")
                .mayOnlyBeAccessedByLayers("spark", "report", "api", "gui", "web", "cli")
                .whereLayer("store")
                .mayOnlyBeAccessedByLayers("experiment", "spark", "report", "api", "gui", "web", "cli")
                .whereLayer("fit")
                .mayOnlyBeAccessedByLayers("report", "api", "gui", "web", "cli")
                .whereLayer("forecast")
                .mayOnlyBeAccessedByLayers("fit", "experiment", "report", "api", "gui", "web", "cli")
                .whereLayer("engine")
                .mayOnlyBeAccessedByLayers("fit", "forecast", "experiment", "report", "api", "gui", "web", "cli")
                .whereLayer("scenario")
                .mayOnlyBeAccessedByLayers(
                        "fit", "store", "forecast", "experiment", "spark", "report", "api", "gui", "web", "cli")
                .whereLayer("history")
                .mayOnlyBeAccessedByLayers("fit", "forecast", "experiment", "report", "api", "gui", "web", "cli")
                .whereLayer("model")
                .mayNotAccessAnyLayer()
                .whereLayer("stats")
                .mayNotAccessAnyLayer()
                .whereLayer("input")
                .mayNotAccessAnyLayer()
                .whereLayer("rule")
                .mayOnlyAccessLayers("model", "stats", "input")
                .whereLayer("panel")
                .mayOnlyAccessLayers("rule", "model", "stats", "input")
                // What the page shows is held to what the command line writes.
                .ignoreDependency("blocsim.web.ExplorerTest", "blocsim.cli.Main")
                .check(CLASSES);
    }

    @Test
    void masonStaysInTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("blocsim.engine..", "blocsim.gui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("sim..", "ec..")
                .check(CLASSES);
    }

    @Test
    void duckDbStaysInTheStore() {
        noClasses()
                .that()
                .resideOutsideOfPackage("blocsim.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.duckdb..", "java.sql..")
                .check(CLASSES);
    }

    @Test
    void javalinStaysInTheWeb() {
        noClasses()
                .that()
                .resideOutsideOfPackage("blocsim.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta..")
                .check(CLASSES);
    }

    @Test
    void jacksonStaysInTheInput() {
        noClasses()
                .that()
                .resideOutsideOfPackage("blocsim.input..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson..")
                .check(CLASSES);
    }

    @Test
    void chartsStayInTheReport() {
        noClasses()
                .that()
                .resideOutsideOfPackages("blocsim.report..", "blocsim.gui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jfree..", "org.apache.batik..")
                .check(CLASSES);
    }

    /** The face gives pictures away, which are of Java's own class. */
    @Test
    void drawingStaysInTheReport() {
        noClasses()
                .that()
                .resideOutsideOfPackages("blocsim.report..", "blocsim.gui..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.awt..").and(not(name(PICTURE))))
                .check(CLASSES);
    }

    @Test
    void picturesLeaveTheHouseByItsFace() {
        noClasses()
                .that()
                .resideOutsideOfPackages("blocsim.report..", "blocsim.gui..", "blocsim.api..")
                .should()
                .dependOnClassesThat(name(PICTURE))
                .check(CLASSES);
    }

    @Test
    void poiIsLoadedForSlidesAlone() {
        noClasses()
                .that()
                .haveNameNotMatching("blocsim\\.report\\.Slides.*")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.poi..", "org.openxmlformats..", "org.apache.xmlbeans..")
                .check(CLASSES);
    }
}
