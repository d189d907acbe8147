package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MysqlDmlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1",
                "SELECT*from posts",
                "\n\tInsert into posts values (1)",
                "/* of the report; */ update posts set id = 2",
                "-- why\n# and how\ndelete from posts",
                "replace into posts values (1)",
                "with x as (select 1) select * from x"
            })
    void isWhatTakesPartInATransaction(String sql) {
        assertThat(MysqlDml.is(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "select",
                "selection",
                "/* never ended select 1",
                "-- select 1",
                "/*!40101 set autocommit = 1 */ ; select 1",
                "/*M!100100 commit */",
                "call p()",
                "{call p()}",
                "(select 1)",
                "truncate posts",
                "lock tables posts write",
                "set autocommit = 1",
                "commit",
                "insert_it"
            })
    void isNothingElse(String sql) {
        assertThat(MysqlDml.is(sql)).isFalse();
    }
}
