package eu.includeu.academy;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.CorePublisher;

/** The house keeps the shape that the style guide draws. */
class StructureTest {

    private static final Path FEATURES = Path.of("src/main/java/eu/includeu/academy");
    private static final int MOST_FILES = 20;
    private static final int LONGEST_ACTIVITY = 200;

    /** Knows no feature, and grows by decision record only. */
    private static final String PLATFORM = "platform";

    private static final ApplicationModules MODULES = ApplicationModules.of(Academy.class);

    private static JavaClasses code;

    @BeforeAll
    static void read() {
        code = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("eu.includeu.academy");
    }

    @Test
    void featuresImportOnlyWhatTheirFrontDoorNames() {
        MODULES.verify();
    }

    @Test
    void drawsTheMapOfTheFeatures() {
        new Documenter(MODULES, Documenter.Options.defaults().withOutputFolder("docs/modules"))
                .writeModulesAsPlantUml()
                .writeIndividualModulesAsPlantUml();
    }

    @Test
    void namesSayWhatAThingIsAndNotHowCodeIsArranged() {
        noClasses()
                .should()
                .haveNameMatching(".*(Service|Impl|Dto|Entity|Manager|Helper|Util)")
                .check(code);
    }

    @Test
    void recordsWaitForNothing() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAssignableTo(Record.class)
                .should()
                .haveRawReturnType(assignableTo(Publisher.class))
                .because("rules are synchronous; stores and activities wait")
                .check(code);
    }

    @Test
    void nothingBlocksAndNothingSubscribes() {
        noClasses()
                .that(com.tngtech.archunit.base.DescribedPredicate.not(resideInAPackage("..demo..")))
                .should()
                .callMethodWhere(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "waits or subscribes by hand", StructureTest::waits))
                .check(code);
    }

    private static boolean waits(JavaMethodCall call) {
        var name = call.getTarget().getName();
        return call.getTargetOwner().isAssignableTo(CorePublisher.class)
                && (name.startsWith("block") || name.equals("subscribe"));
    }

    @Test
    void transactionsAreOpenedByActivities() {
        methods()
                .that()
                .areAnnotatedWith(Transactional.class)
                .should()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(Service.class)
                .check(code);
        noClasses().should().beAnnotatedWith(Transactional.class).check(code);
    }

    @Test
    void onlyStoresAndThePlatformSpeakToTheDatabase() {
        noClasses()
                .that()
                .areAnnotatedWith(Service.class)
                .or()
                .areAnnotatedWith(Controller.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(DatabaseClient.class)
                .check(code);
    }

    @Test
    void storesArePlurals() {
        classes()
                .that()
                .areAnnotatedWith(Repository.class)
                .should(new ArchCondition<JavaClass>("be named by what they keep") {
                    @Override
                    public void check(JavaClass store, ConditionEvents events) {
                        var name = store.getSimpleName();
                        if (!name.endsWith("s") && !name.equals("Tally")) {
                            events.add(SimpleConditionEvent.violated(store, name + " is not a plural"));
                        }
                    }
                })
                .check(code);
    }

    @Test
    void doorsStayShut() {
        noClasses()
                .that()
                .areAnnotatedWith(Controller.class)
                .should()
                .bePublic()
                .because("a page is called by the web and by nobody else")
                .check(code);
    }

    @Test
    void aFeatureIsOneFeature() throws IOException {
        assertThat(sources()
                        .filter(source -> !source.endsWith("package-info.java"))
                        .map(source -> FEATURES.relativize(source.getParent()).toString())
                        .filter(folder -> !folder.equals(PLATFORM))
                        .collect(Collectors.groupingBy(folder -> folder, Collectors.counting())))
                .as("files in a folder")
                .allSatisfy((folder, files) -> assertThat(files).isLessThanOrEqualTo(MOST_FILES));
    }

    @Test
    void anActivityIsOneActivity() throws IOException {
        assertThat(sources().map(StructureTest::lines).filter(lines -> lines.contains("@Service")))
                .as("lines of an activity")
                .isNotEmpty()
                .allSatisfy(lines -> assertThat(lines).hasSizeLessThanOrEqualTo(LONGEST_ACTIVITY));
    }

    private static Stream<Path> sources() throws IOException {
        try (var walk = Files.walk(FEATURES)) {
            return walk.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }

    private static List<String> lines(Path source) {
        try {
            return Files.readAllLines(source);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
