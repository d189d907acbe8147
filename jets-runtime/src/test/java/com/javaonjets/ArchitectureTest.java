package com.javaonjets;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Imports run one way: migration, connection, config; each library is known to one package. */
@AnalyzeClasses(packages = "com.javaonjets", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    private static final String HOUSE = "com.javaonjets..";
    private static final String CONFIG = "com.javaonjets.config..";
    private static final String CONNECTION = "com.javaonjets.connection..";
    private static final String MIGRATION = "com.javaonjets.migration..";

    @ArchTest
    static final ArchRule CONFIG_KNOWS_NEITHER_CONNECTIONS_NOR_MIGRATIONS = noClasses()
            .that()
            .resideInAPackage(CONFIG)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CONNECTION, MIGRATION);

    @ArchTest
    static final ArchRule CONNECTION_KNOWS_NO_MIGRATIONS = noClasses()
            .that()
            .resideInAPackage(CONNECTION)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(MIGRATION);

    @ArchTest
    static final ArchRule CONFIG_OPENS_NO_CONNECTION = noClasses()
            .that()
            .resideInAPackage(CONFIG)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule ONLY_THE_EXCEPTION_IS_IMPORTED_FROM_THE_FRONT_DOOR = noClasses()
            .that()
            .resideInAnyPackage(CONFIG, CONNECTION, MIGRATION)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Jets.class, Database.class, Databases.class);

    @ArchTest
    static final ArchRule YAML_STAYS_IN_CONFIG = staysIn(CONFIG, "org.yaml..");

    @ArchTest
    static final ArchRule POOL_AND_DRIVERS_STAY_IN_CONNECTION =
            staysIn(CONNECTION, "com.zaxxer.hikari..", "org.postgresql..", "com.mysql..");

    @ArchTest
    static final ArchRule FLYWAY_STAYS_IN_MIGRATION = staysIn(MIGRATION, "org.flywaydb..");

    @ArchTest
    static final ArchRule MAVEN_STAYS_OUT =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("org.apache.maven..");

    @ArchTest
    static final ArchRule CLASSES_ARE_FINAL_OR_SEALED = classes()
            .that()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .areNotAnonymousClasses()
            .should()
            .haveModifier(JavaModifier.FINAL)
            .orShould()
            .haveModifier(JavaModifier.ABSTRACT)
            .orShould(be(describe("sealed", type -> type.reflect().isSealed())));

    private static ArchRule staysIn(String home, String... libraries) {
        return noClasses()
                .that()
                .resideInAPackage(HOUSE)
                .and()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries);
    }
}
