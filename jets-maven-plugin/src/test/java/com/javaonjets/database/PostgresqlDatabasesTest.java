package com.javaonjets.database;

import java.util.List;

final class PostgresqlDatabasesTest extends DatabasesContract {

    PostgresqlDatabasesTest() {
        super(TestDatabases.postgresql());
    }

    @Override
    String otherSession() {
        return "127\\.0\\.0\\.1 by PostgreSQL JDBC Driver, connected since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC";
    }

    @Override
    String encodingQuery() {
        return "select pg_encoding_to_char(encoding) from pg_database where datname = current_database()"
                + " union all select datcollate from pg_database where datname = current_database()";
    }

    @Override
    List<String> unusualEncoding() {
        return List.of("LATIN1", "C");
    }

    @Override
    List<String> usualEncoding() {
        return List.of("UTF8", "C");
    }
}
