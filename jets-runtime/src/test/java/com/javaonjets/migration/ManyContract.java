package com.javaonjets.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.CountingProxy;
import com.javaonjets.testing.TestConfig;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** So many migrations that Flyway is given them in batches. */
interface ManyContract {

    int MANY = 2 * Batches.SIZE + 30;

    int BAD = Batches.SIZE + 50;

    MigrationProject project();

    /** What one migration of one statement that defines something may cost; a newer Flyway may have changed it. */
    int tripsOfAMigration();

    @Test
    default void appliesManyInTheOrderOfTheirVersionsAndTheRepeatableOnesLast() {
        withMany().with("R__last.sql", "insert into t values (1000);");

        assertThat(project().migrator().migrate()).hasSize(MANY + 1);

        assertThat(project().versions()).startsWith(versions(1, MANY)).hasSize(MANY + 1);
        assertThat(project().query("select count(*) from t")).containsExactly("" + MANY);
        assertThat(project().query("select installed_rank from flyway_schema_history where version is null"))
                .containsExactly("" + (MANY + 1));
        assertThat(project().migrator().migrate()).isEmpty();
    }

    @Test
    default void goesOnFromTheOneOfManyThatFailed() {
        String file = "V" + BAD + "__x.sql";
        withMany().with(file, "insert into nowhere values (1);");
        assertThatThrownBy(() -> project().migrator().migrate()).hasMessageStartingWith(file + " failed at line 1");
        assertThat(project()
                        .query("select version from flyway_schema_history where version is not null"
                                + " and success = true order by installed_rank"))
                .containsExactly(versions(1, BAD - 1));

        project().with(file, "insert into t values (" + BAD + ");");
        assertThat(project().migrator().migrate()).hasSize(MANY - BAD + 1);
        assertThat(project().versions()).containsExactly(versions(1, MANY));
    }

    @Test
    default void bringsADatabaseOfManyToAVersionAndBack() {
        withMany();
        int middle = MANY - 20;
        assertThat(project().migrator().migrateTo("" + middle)).hasSize(middle);
        assertThat(project().versions()).containsExactly(versions(1, middle));
        project().with("U" + middle + "__x.sql", "delete from t where id = " + middle + ";");
        assertThat(project().migrator().migrateTo("" + (middle - 1))).hasSize(1);
        assertThat(project().migrator().migrate()).hasSize(MANY - middle + 1);
    }

    @Test
    default void runsCallbacksOnceAroundMany() {
        withMany()
                .with("beforeMigrate.sql", "create table if not exists called (a int); insert into called values (1);");
        project().migrator().migrate();
        assertThat(project().query("select count(*) from called")).containsExactly("1");
    }

    @Test
    default void costsFewRoundTripsForEachMigration() {
        tripsOf(1, 1);
        int one = tripsOf(2, 2);
        int more = tripsOf(3, 23);
        assertThat((more - one) / 20.0).isLessThanOrEqualTo(tripsOfAMigration());
    }

    private int tripsOf(int first, int last) {
        IntStream.rangeClosed(first, last).forEach(version -> project().withTable("" + version, "t" + version));
        try (CountingProxy proxy =
                CountingProxy.to(project().config().host(), project().config().port())) {
            DatabaseConfig through = TestConfig.of(project().config())
                    .withAddress("127.0.0.1", proxy.port())
                    .build();
            Migrator.of(through, List.of(project().folder()), MigrationListener.SILENT)
                    .migrate();
            return proxy.trips();
        }
    }

    private MigrationProject withMany() {
        project().with("V1__x.sql", "create table t (id int primary key);");
        IntStream.rangeClosed(2, MANY)
                .forEach(version ->
                        project().with("V" + version + "__x.sql", "insert into t values (" + version + ");"));
        return project();
    }

    private static String[] versions(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(String::valueOf).toArray(String[]::new);
    }
}
