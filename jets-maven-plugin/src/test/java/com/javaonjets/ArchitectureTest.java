package com.javaonjets;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Imports run one way: maven; generate, database, embedded, invoke and lint; schema; the runtime. The runtime's classes are
 * among those looked at, so it is shown to know nothing of the plugin.
 */
@AnalyzeClasses(packages = "com.javaonjets", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    private static final String MAVEN = "com.javaonjets.maven..";
    private static final String GENERATE = "com.javaonjets.generate..";
    private static final String DATABASE = "com.javaonjets.database..";
    private static final String EMBEDDED = "com.javaonjets.embedded..";
    private static final String CONSOLE = "com.javaonjets.console..";
    private static final String ERD = "com.javaonjets.erd..";
    private static final String INVOKE = "com.javaonjets.invoke..";
    private static final String LINT = "com.javaonjets.lint..";
    private static final String SCHEMA = "com.javaonjets.schema..";
    private static final String[] RUNTIME = {
        "com.javaonjets", "com.javaonjets.config..", "com.javaonjets.connection..", "com.javaonjets.migration.."
    };

    @ArchTest
    static final ArchRule NOTHING_IMPORTS_GOALS = noClasses()
            .that()
            .resideOutsideOfPackage(MAVEN)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(MAVEN);

    @ArchTest
    static final ArchRule ONLY_GOALS_KNOW_MAVEN = noClasses()
            .that()
            .resideOutsideOfPackage(MAVEN)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.maven..");

    @ArchTest
    static final ArchRule GENERATE_KNOWS_NO_NEIGHBOUR = importsNothing(GENERATE, DATABASE, EMBEDDED, INVOKE, LINT);

    @ArchTest
    static final ArchRule DATABASE_KNOWS_NO_NEIGHBOUR = importsNothing(DATABASE, GENERATE, EMBEDDED, INVOKE, LINT);

    @ArchTest
    static final ArchRule EMBEDDED_KNOWS_NO_NEIGHBOUR = importsNothing(EMBEDDED, GENERATE, DATABASE, INVOKE, LINT);

    @ArchTest
    static final ArchRule LINT_KNOWS_NO_NEIGHBOUR = importsNothing(LINT, GENERATE, DATABASE, EMBEDDED, INVOKE, SCHEMA);

    @ArchTest
    static final ArchRule ONLY_LINT_KNOWS_THE_PARSERS = noClasses()
            .that()
            .resideOutsideOfPackage(LINT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.shardingsphere..", "org.antlr..");

    @ArchTest
    static final ArchRule CONSOLE_KNOWS_NO_NEIGHBOUR =
            importsNothing(CONSOLE, GENERATE, DATABASE, EMBEDDED, INVOKE, ERD, SCHEMA);

    @ArchTest
    static final ArchRule ERD_KNOWS_NO_NEIGHBOUR =
            importsNothing(ERD, GENERATE, DATABASE, EMBEDDED, INVOKE, CONSOLE, SCHEMA);

    /** It is large, and wanted by one goal. */
    @ArchTest
    static final ArchRule ONE_CLASS_KNOWS_THE_LAYOUT_LIBRARY = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("com.javaonjets.erd.ElkLayout")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.elk..", "org.eclipse.emf..");

    @ArchTest
    static final ArchRule THE_CONSOLE_ALONE_KNOWS_THE_TERMINAL = noClasses()
            .that()
            .resideOutsideOfPackage(CONSOLE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jline..");

    @ArchTest
    static final ArchRule SCHEMA_KNOWS_NOTHING_ABOVE =
            importsNothing(SCHEMA, GENERATE, DATABASE, EMBEDDED, INVOKE, LINT, CONSOLE, ERD);

    @ArchTest
    static final ArchRule THE_RUNTIME_KNOWS_NOTHING_OF_THE_PLUGIN = noClasses()
            .that()
            .resideInAnyPackage(RUNTIME)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SCHEMA, GENERATE, DATABASE, EMBEDDED, INVOKE, LINT);

    @ArchTest
    static final ArchRule WHAT_RUNS_IN_THE_HANDLERS_JVM_NEEDS_THE_RUNTIME_CLIENT_ALONE = classes()
            .that()
            .resideInAPackage(INVOKE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(INVOKE, "java..", "com.amazonaws.services.lambda..", "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule POOL_DRIVERS_FLYWAY_AND_YAML_STAY_IN_THE_RUNTIME = noClasses()
            .that()
            .resideInAnyPackage(MAVEN, GENERATE, DATABASE, EMBEDDED, INVOKE, LINT, CONSOLE, ERD, SCHEMA)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.zaxxer.hikari..", "org.postgresql..", "com.mysql..", "org.flywaydb..", "org.yaml..");

    /** The runtime has a rule of its own. */
    @ArchTest
    static final ArchRule CLASSES_ARE_FINAL_OR_ABSTRACT = classes()
            .that()
            .resideOutsideOfPackages(RUNTIME)
            .and()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .areNotAnonymousClasses()
            .and()
            .doNotHaveSimpleName("HelpMojo")
            .should()
            .haveModifier(JavaModifier.FINAL)
            .orShould()
            .haveModifier(JavaModifier.ABSTRACT);

    private static ArchRule importsNothing(String from, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .allowEmptyShould(true);
    }
}
