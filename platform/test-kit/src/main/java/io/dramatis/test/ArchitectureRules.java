package io.dramatis.test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The conventions a machine can hold. A service's test is three lines:
 *
 * <pre>{@code
 * class ArchitectureTest extends ArchitectureRules {
 *     ArchitectureTest() { super("io.dramatis.catalog"); }
 * }
 * }</pre>
 */
public abstract class ArchitectureRules {

    private static final String TRANSACTION = "io.quarkus.hibernate.reactive.panache.common.WithTransaction";
    private static final String SESSION = "io.quarkus.hibernate.reactive.panache.common.WithSession";

    private final String root;

    protected ArchitectureRules(String root) {
        this.root = root;
    }

    @TestFactory
    Stream<DynamicTest> conventionsHold() {
        JavaClasses all = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        return Stream.of(
                        rule(
                                "features form no cycle",
                                slices().matching(root + ".(*)..").should().beFreeOfCycles()),
                        rule(
                                "@Path stands on resources only",
                                classes()
                                        .that()
                                        .areAnnotatedWith("jakarta.ws.rs.Path")
                                        .and()
                                        .areNotInterfaces()
                                        .should()
                                        .haveSimpleNameEndingWith("Resource")),
                        rule(
                                "REST clients are package-private",
                                classes()
                                        .that()
                                        .haveSimpleNameEndingWith("RestClient")
                                        .should()
                                        .bePackagePrivate()),
                        rule(
                                "resources see neither entities nor repositories",
                                noClasses()
                                        .that()
                                        .haveSimpleNameEndingWith("Resource")
                                        .should()
                                        .dependOnClassesThat(
                                                simpleNameEndingWith("Entity").or(simpleNameEndingWith("Repository")))),
                        rule(
                                "transactions are services' business",
                                methods()
                                        .that()
                                        .areAnnotatedWith(TRANSACTION)
                                        .or()
                                        .areAnnotatedWith(SESSION)
                                        .should()
                                        .beDeclaredInClassesThat()
                                        .haveSimpleNameEndingWith("Service")),
                        rule("nothing sleeps", noClasses().should().callMethod(Thread.class, "sleep", long.class)),
                        rule(
                                "nothing waits for a reactive result",
                                noClasses().should().callMethod("io.smallrye.mutiny.Uni", "await")),
                        rule(
                                "configuration comes through @ConfigMapping",
                                noFields()
                                        .should()
                                        .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")),
                        rule(
                                "injection goes through constructors",
                                noFields().should().beAnnotatedWith("jakarta.inject.Inject")))
                .map(named -> DynamicTest.dynamicTest(
                        named.name(), () -> named.rule().allowEmptyShould(true).check(all)));
    }

    private static NamedRule rule(String name, ArchRule rule) {
        return new NamedRule(name, rule);
    }

    private record NamedRule(String name, ArchRule rule) {}
}
