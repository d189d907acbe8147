package com.javaonjets.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.Adapter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AftermathTest {

    private static final Dialect MYSQL = Dialect.of(Adapter.MYSQL);
    private static final Dialect POSTGRESQL = Dialect.of(Adapter.POSTGRESQL);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (id int)",
                "alter table t add c int",
                "drop\n table t",
                "-- a comment\ncreate index i on t (c)",
                "/* a comment */ /* another */ truncate t",
                "# a comment\nrename table t to s",
                "/*!40101 ALTER TABLE t DISABLE KEYS */",
                "lock tables t write",
                "start transaction",
                "commit",
            })
    void knowsWhatMysqlCommits(String sql) {
        assertThat(MYSQL.commits(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into t values (1)",
                "create temporary table t (id int)",
                "drop temporary table t",
                "-- create table t\nupdate t set c = 1",
                "set @creation = 1",
                "created",
            })
    void knowsWhatMysqlDoesNotCommit(String sql) {
        assertThat(MYSQL.commits(sql)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"COMMIT", "commit work", "end", "-- done\nrollback"})
    void knowsWhatEndsATransactionInPostgresql(String sql) {
        assertThat(POSTGRESQL.commits(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"create table t (id int)", "comment on table t is 'x'", "commitment"})
    void knowsWhatPostgresqlKeepsOpen(String sql) {
        assertThat(POSTGRESQL.commits(sql)).isFalse();
    }
}
