package dev.vitrine.it;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.TryCatchBlock;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.vitrine.core.failure.FailureException;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;

/** The lines between the rooms. An exemption stands beside its reason. */
@AnalyzeClasses(packages = "dev.vitrine", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule modules_pointOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("core")
            .definedBy("dev.vitrine.core..")
            .layer("catalog")
            .definedBy("dev.vitrine.catalog..")
            .layer("render")
            .definedBy("dev.vitrine.render..")
            .layer("errors")
            .definedBy("dev.vitrine.errors..")
            .layer("server")
            .definedBy("dev.vitrine.server..")
            .layer("cli")
            .definedBy("dev.vitrine.cli..")
            .whereLayer("core")
            .mayNotAccessAnyLayer()
            .whereLayer("catalog")
            .mayOnlyAccessLayers("core")
            .whereLayer("render")
            .mayOnlyAccessLayers("core", "catalog")
            .whereLayer("errors")
            .mayOnlyAccessLayers("core", "catalog")
            .whereLayer("server")
            .mayOnlyAccessLayers("core", "catalog", "render", "errors")
            .whereLayer("cli")
            .mayOnlyAccessLayers("core", "catalog", "render", "errors", "server")
            .because("each module is usable alone, and render and errors never meet");

    @ArchTest
    static final ArchRule packages_haveNoCycles = slices().matching("dev.vitrine.(**)")
            .should()
            .beFreeOfCycles()
            .because("a package that needs its user cannot be read, tested or taken alone");

    @ArchTest
    static final ArchRule undertow_staysInHttp = noClasses()
            .that()
            .resideOutsideOfPackage("dev.vitrine.server.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.undertow..", "org.xnio..")
            .because("the pipeline answers the command line too");

    @ArchTest
    static final ArchRule metricsLibrary_staysInMetrics = noClasses()
            .that()
            .resideOutsideOfPackage("dev.vitrine.server.metrics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micrometer..", "io.prometheus..")
            .because("what is counted is our own closed lists, whatever counts it");

    @ArchTest
    static final ArchRule imageLibraries_stayInCodec = noClasses()
            .that()
            .resideOutsideOfPackage("dev.vitrine.render.codec..")
            .and()
            .resideOutsideOfPackage("dev.vitrine.render.text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.imageio..", "org.apache.commons.imaging..", "com.twelvemonkeys..")
            .because("everything else works on our one picture type and can be tested without them");

    @ArchTest
    static final ArchRule nativeFunctions_areCalledInOnePlace = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.vitrine.render.codec.SystemJpeg")
            .and()
            .doNotHaveFullyQualifiedName("dev.vitrine.render.codec.SystemJpeg$Functions")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.sun.jna..")
            .because("what native code is given wrong ends the program: one page has to be right");

    @ArchTest
    static final ArchRule text_asksNoInstalledFonts = noClasses()
            .that()
            .resideInAPackage("dev.vitrine.render.text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt", "java.awt.font..", "java.awt.image..", "javax.imageio..")
            .because("text is the same on a machine without fonts: outlines are geometry and nothing more");

    @ArchTest
    static final ArchRule fontLibrary_staysInText = noClasses()
            .that()
            .resideOutsideOfPackage("dev.vitrine.render.text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.fontbox..", "org.apache.pdfbox..")
            .because("everything else sets text without knowing how fonts are stored");

    @ArchTest
    static final ArchRule core_knowsNoInputOrOutput = noClasses()
            .that()
            .resideInAPackage("dev.vitrine.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.net..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.io\\.(File|Random|InputStream|Reader).*")
            .because("core turns text into meaning and touches nothing");

    @ArchTest
    static final ArchRule standardStreams_belongToTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage("dev.vitrine.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .accessField(System.class, "in")
            .because("a library that prints cannot be used by others");

    @ArchTest
    static final ArchRule fields_holdNoGlobalState = fields().that()
            .areStatic()
            .should(new ArchCondition<JavaField>("be final") {
                @Override
                public void check(JavaField field, ConditionEvents events) {
                    boolean ok = field.getModifiers().contains(JavaModifier.FINAL);
                    events.add(new SimpleConditionEvent(field, ok, field.getDescription() + " is not final"));
                }
            })
            .because("there is no global state: same request, same bytes");

    @ArchTest
    static final ArchRule clocks_areHandedIn = noClasses()
            .that()
            .resideOutsideOfPackages("dev.vitrine.server..", "dev.vitrine.cli..")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .because("rendering is a pure function, and tests replace the clock");

    @ArchTest
    static final ArchRule threads_areHandedIn = noClasses()
            .that()
            .resideOutsideOfPackages("dev.vitrine.server..", "dev.vitrine.cli..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Executors.class, ThreadPoolExecutor.class, ForkJoinPool.class)
            .orShould()
            .callConstructorWhere(target(owner(assignableTo(Thread.class))))
            .because("who may work on a request is decided where everything is put together, and counted there");

    /**
     * Where a {@link FailureException} may be caught: the pipeline, which answers it, and the named places that replace it by
     * a warning or a problem.
     */
    private static final Set<String> CATCHERS = Set.of(
            "dev.vitrine.server.pipeline.RequestPipeline$Attempt", // answers it
            "dev.vitrine.cli.CatalogCheck", // lists it among the problems
            "dev.vitrine.cli.ExplainCommand", // says at which stop it happened
            "dev.vitrine.catalog.resolve.LayerSources", // shows the default image in its place
            "dev.vitrine.cli.VntcCommand", // lists it among the errors of its output
            "dev.vitrine.core.request.RequestPreview", // what cannot be read counts as not given
            "dev.vitrine.render.codec.LibraryReader", // lets it through the fence around a library
            "dev.vitrine.render.scene.PackageValidator", // lists it among the problems
            "dev.vitrine.render.scene.PackageValidator$Check", // what cannot be read counts as not given
            "dev.vitrine.render.scene.StyleCheck"); // lists it among the problems

    @ArchTest
    static final ArchRule failures_areCaughtInThePipeline = classes()
            .that(new DescribedPredicate<JavaClass>("are not known catchers") {
                @Override
                public boolean test(JavaClass type) {
                    return !CATCHERS.contains(type.getName());
                }
            })
            .should(new ArchCondition<JavaClass>("not catch FailureException") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    for (TryCatchBlock block : type.getTryCatchBlocks()) {
                        boolean catches = block.getCaughtThrowables().stream()
                                .anyMatch(t -> t.getName().equals(FailureException.class.getName()));
                        if (catches) {
                            events.add(SimpleConditionEvent.violated(
                                    type, type.getName() + " catches it " + block.getSourceCodeLocation()));
                        }
                    }
                }
            })
            .because("one place decides how a request that fails is answered");
}
