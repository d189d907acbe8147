package com.javaonjets.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.config.DatabaseConfig;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PostgresqlDatabasesTest extends DatabasesContract {

    PostgresqlDatabasesTest() {
        super(TestDatabases.postgresql());
    }

    @Override
    String otherSession() {
        return "127\\.0\\.0\\.1 by PostgreSQL JDBC Driver, connected since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC";
    }

    /** The collation that counts: under another provider than libc, that of libc is there and has no effect. */
    @Override
    String encodingQuery() {
        return "select pg_encoding_to_char(encoding) from pg_database where datname = current_database()"
                + " union all select case datlocprovider when 'c' then datcollate else datlocale end"
                + " from pg_database where datname = current_database()";
    }

    @Override
    List<String> unusualEncoding() {
        return List.of("LATIN1", "C");
    }

    @Override
    List<String> usualEncoding() {
        return List.of("UTF8", "C.UTF-8");
    }

    /** On every platform; others are as the machine has them. */
    @Override
    String unusualCollation() {
        return "C";
    }

    @Override
    String unknownCollation() {
        return "ERROR: invalid LC_COLLATE locale name: \"nowhere\"";
    }

    @Test
    void createsWithTheLocaleOfTheConfigurationForLetters() {
        DatabaseConfig database =
                config().toBuilder().ctype(Optional.of("nowhere")).build();
        assertThatThrownBy(() -> DatabaseCreation.createIfMissing(database))
                .hasMessageContainingAll(
                        "ERROR: invalid LC_CTYPE locale name: \"nowhere\"",
                        "\n  config/database.yml has for it: ctype: nowhere");
        DatabaseCreation.createIfMissing(
                database.toBuilder().ctype(Optional.of("C")).build());
        assertThat(TestDatabases.query(database, encodingQuery())).containsExactly("UTF8", "C");
    }

    @Test
    void copiesTheTemplateOfTheConfiguration() {
        DatabaseConfig template = TestDatabases.postgresql();
        DatabaseCreation.createIfMissing(template);
        try {
            TestDatabases.execute(template, "create table ready_made (id int)");
            DatabaseConfig copy = config().toBuilder()
                    .template(Optional.of(template.database()))
                    .build();
            DatabaseCreation.createIfMissing(copy);
            assertThat(TestDatabases.query(copy, "select count(*) from ready_made"))
                    .containsExactly("0");
        } finally {
            DatabaseRemoval.drop(template, true);
        }
    }
}
