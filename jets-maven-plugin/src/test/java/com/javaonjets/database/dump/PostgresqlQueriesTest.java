package com.javaonjets.database.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.connection.DirectDataSource;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PostgreSQL without pg_dump. */
final class PostgresqlQueriesTest extends SchemaContract {

    /** Fails as a transaction does that needs too many locks, if the setting is there. */
    private static final String LACKING_LOCKS = "DO $$ BEGIN IF current_setting('jets.locks', true) = 'none' THEN "
            + "RAISE EXCEPTION 'out of shared memory' USING ERRCODE = '53200'; END IF; END $$;\n\n";

    @Override
    DatabaseConfig newDatabase() {
        return TestDatabase.onEmbedded(Adapter.POSTGRESQL);
    }

    @Override
    DumpWay way() {
        return DumpWay.QUERIES;
    }

    @Override
    List<String> schemas() {
        return List.of("postgresql-shop.sql", "postgresql-forum.sql");
    }

    @Test
    void asksTheSameNumberOfQuestionsWhateverTheNumberOfTables() throws Exception {
        DatabaseConfig config = newDatabase();
        execute(config, """
                DO $$ BEGIN FOR i IN 1..2000 LOOP
                    EXECUTE format('CREATE TABLE t%s (id bigserial PRIMARY KEY, name text NOT NULL CHECK (name <> %L), '
                        'other bigint REFERENCES t%s (id))', i, '', greatest(1, i - 1));
                    IF i % 100 = 0 THEN COMMIT; END IF;
                END LOOP; END $$""");
        try (Connection connection = DirectDataSource.of(config).getConnection()) {
            CountedStatements counted = new CountedStatements();
            List<String> statements = new PostgresqlQueries(counted.on(connection)).statements();
            assertThat(statements)
                    .filteredOn(sql -> sql.startsWith("CREATE TABLE"))
                    .hasSize(2000);
            assertThat(counted.count()).isLessThan(30);
        }
    }

    /** The setting lasts to the end of a transaction, and beyond a statement that is committed by itself it does not. */
    @Test
    void commitsEachStatementWhereATransactionGetsTooFewLocks() throws Exception {
        DatabaseConfig copy = newDatabase();
        String head = "-- jets: postgresql, queries\n\nCREATE TABLE one (id int);\n\nSET LOCAL jets.locks = 'none';\n\n"
                + LACKING_LOCKS;
        assertThatThrownBy(() -> loaded(copy, head + "CREATE TABLE two (id nonsense);\n"))
                .isInstanceOf(JetsException.class)
                .hasMessageContaining("failed at line 9")
                .hasMessageContaining("more locks than the server gives to one transaction")
                .hasMessageContaining("drop and create the database");
        execute(copy, "DROP TABLE one");
        loaded(copy, head + "CREATE TABLE two (id int);\n");
        assertThat(CatalogRows.of(copy).toString()).contains("=one ", "=two ");
    }

    /** It could not be loaded otherwise. */
    @Test
    void leavesUnfilledWhatReadsWhatIsUnfilled() throws Exception {
        DatabaseConfig config = newDatabase();
        execute(config, """
                CREATE MATERIALIZED VIEW one AS SELECT 1 AS n;
                CREATE VIEW two AS SELECT n FROM one;
                CREATE MATERIALIZED VIEW three AS SELECT n FROM two;
                CREATE MATERIALIZED VIEW four AS SELECT 4 AS n;
                REFRESH MATERIALIZED VIEW one WITH NO DATA""");
        String text = dump(config);
        loaded(newDatabase(), text);
        assertThat(text.split(";"))
                .filteredOn(sql -> sql.contains("WITH NO DATA"))
                .extracting(sql -> sql.strip().lines().findFirst().orElseThrow())
                .containsExactly("CREATE MATERIALIZED VIEW public.one AS", "CREATE MATERIALIZED VIEW public.three AS");
    }

    /** The trigger tells how the row of the history is committed, which is the last of all. */
    @Test
    void waitsForTheDiskAtTheEndAloneWhereEachStatementIsCommitted() throws Exception {
        DatabaseConfig copy = newDatabase();
        execute(copy, "ALTER DATABASE \"" + copy.database() + "\" SET synchronous_commit = on");
        loaded(copy, "-- jets: postgresql, queries\n\nSET LOCAL jets.locks = 'none';\n\n" + LACKING_LOCKS + """
                CREATE TABLE waiting AS SELECT current_setting('synchronous_commit') AS "of the file", NULL AS "of the history";

                CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                    UPDATE public.waiting SET "of the history" = current_setting('synchronous_commit'); RETURN NEW;
                END $$;

                CREATE TRIGGER note BEFORE INSERT ON flyway_schema_history FOR EACH ROW EXECUTE FUNCTION note();

                -- applied: 1 | SQL | 1 | one | V1__one.sql
                """);
        execute(copy, "ALTER TABLE waiting ADD CHECK (\"of the file\" = 'off' AND \"of the history\" = 'on')");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE one (id int) PARTITION BY RANGE (id)",
                "CREATE TABLE two (id int); CREATE TABLE one () INHERITS (two)",
                "CREATE TYPE one AS RANGE (subtype = int)",
                "CREATE TYPE one",
                "CREATE AGGREGATE one (int) (sfunc = int4pl, stype = int)",
                "CREATE TABLE one (id int); CREATE RULE two AS ON INSERT TO one DO INSTEAD NOTHING",
                "CREATE COLLATION one (provider = icu, locale = 'de')",
                "CREATE OPERATOR ##% (leftarg = int, rightarg = int, function = int4pl)",
                "CREATE CAST (int AS xml) WITH INOUT",
                "CREATE TEXT SEARCH CONFIGURATION one (copy = simple)",
                "CREATE FOREIGN DATA WRAPPER one",
                "CREATE PUBLICATION one",
                "CREATE VIEW one AS SELECT 1 AS a; ALTER VIEW one ALTER COLUMN a SET DEFAULT 3"
            })
    void namesWhatItDoesNotCarry(String sql) throws Exception {
        DatabaseConfig config = newDatabase();
        execute(config, sql);
        assertThatThrownBy(() -> dump(config))
                .isInstanceOf(JetsException.class)
                .hasMessageContaining("does not carry: ")
                .hasMessageMatching("(?s).*(one|##%|cast from integer to xml).*")
                .hasMessageContaining("pg_dump");
    }
}
