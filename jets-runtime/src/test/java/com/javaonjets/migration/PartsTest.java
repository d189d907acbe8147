package com.javaonjets.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.Adapter;
import com.javaonjets.migration.Script.ScriptStatement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PartsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SESSION     | set @x = 1",
                "SESSION     | SET foreign_key_checks=0",
                "SESSION     | /*!40101 SET NAMES utf8mb4 */",
                "SESSION     | -- why~set @x = (select max(id) from a)",
                "SESSION     | use other",
                "SESSION     | create temporary table t (id int)",
                "SESSION     | create or replace temporary table t (id int)",
                "SESSION     | drop temporary table t",
                "SESSION     | select id into @id from a",
                "SESSION     | select @n := 0",
                "SESSION     | select get_lock('x', 1)",
                "SESSION     | prepare s from 'insert into a values (1)'",
                "TRANSACTION | begin",
                "TRANSACTION | START TRANSACTION READ ONLY",
                "TRANSACTION | commit",
                "TRANSACTION | rollback to savepoint s",
                "TRANSACTION | lock tables a write",
                "TRANSACTION | unlock tables",
                "ROWS        | insert into a values (1)",
                "ROWS        | with x as (select 1) update a set n = 1",
                "ROWS        | (select 1) union (select 2)",
                "ROWS        | load data infile 'x' into table a",
                "ROWS        | insert into a select @n := @n + 1",
                "DEFINITION  | create table a (id int)",
                "DEFINITION  | /* c */ alter table a add n int",
                "DEFINITION  | # c~rename table a to b",
                "DEFINITION  | truncate a",
                "DEFINITION  | grant select on a to b",
                "DEFINITION  | /*!50003 create procedure p() select 1 */",
                "DEFINITION  | set password = 'x'",
                "UNKNOWN     | call p()",
                "UNKNOWN     | execute s",
                "UNKNOWN     | set statement max_statement_time = 1 for insert into a values (1)",
                "UNKNOWN     | begin not atomic insert into a values (1); end",
                "UNKNOWN     | xa start 'x'",
            })
    void knowsWhatAStatementDoes(Effect effect, String sql) {
        assertThat(parts(sql.replace('~', '\n')).list())
                .extracting(Part::effect)
                .containsExactly(effect);
    }

    @Test
    void knowsWhatDiesWithATemporaryTable() {
        assertThat(parts(
                                "create temporary table t (id int)",
                                "insert ignore into `T` values (1)",
                                "insert into t2 values (1)",
                                "insert into a select id from t",
                                "update t set id = 2",
                                "update t x set id = 2",
                                "update t join a on a.id = t.id set a.n = 1",
                                "delete from t where id = 1",
                                "alter table t add n int",
                                "truncate t",
                                "drop table t",
                                "insert into t values (1)")
                        .list())
                .extracting(Part::effect)
                .containsExactly(
                        Effect.SESSION,
                        Effect.SESSION,
                        Effect.ROWS,
                        Effect.ROWS,
                        Effect.SESSION,
                        Effect.SESSION,
                        Effect.ROWS,
                        Effect.SESSION,
                        Effect.SESSION,
                        Effect.SESSION,
                        Effect.SESSION,
                        Effect.ROWS);
    }

    /** So that a file of many rows costs no message more than without records. */
    @Test
    void recordsNoRowsThatTheHistoryCommits() {
        Parts parts = parts("insert into a values (1)", "create table b (id int)", "insert into b values (1)");
        assertThat(parts.mayBeCommittedEarly(0)).isTrue();
        assertThat(parts.mayBeCommittedEarly(1)).isTrue();
        assertThat(parts.mayBeCommittedEarly(2)).isFalse();
        assertThat(parts("insert into a values (1)", "update a set n = 1").needRecords())
                .isFalse();
        assertThat(parts("insert into a values (1)", "set autocommit = 1").needRecords())
                .isTrue();
    }

    @Test
    void countsOnlyWhatLasts() {
        assertThat(parts("set @x = 1", "create table a (id int)", "set @x = 2", "drop table a")
                        .list())
                .extracting(Part::ordinal)
                .containsExactly(1, 1, 2, 2);
    }

    private static Parts parts(String... statements) {
        List<ScriptStatement> list = new ArrayList<>();
        for (String sql : statements) {
            list.add(new ScriptStatement(list.size() + 1, sql, true));
        }
        MigrationFile file = MigrationFile.of(Path.of("V1__x.sql"), "V1__x.sql").orElseThrow();
        return Parts.of(new Script(file, list, true), Dialect.of(Adapter.MYSQL));
    }
}
