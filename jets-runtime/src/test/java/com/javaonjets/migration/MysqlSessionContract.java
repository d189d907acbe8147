package com.javaonjets.migration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a migration leaves in the session does not reach the next one, however many resets are spared. */
interface MysqlSessionContract {

    MigrationProject project();

    @Test
    default void leavesNoVariableAndNoSettingToTheNextMigration() {
        String seen =
                "insert into t (a, b, c) values (coalesce(@a, 'none'), @@foreign_key_checks, @@sql_safe_updates);";
        project()
                .with("V1__t.sql", "create table t (a varchar(10), b int, c int, id int auto_increment primary key);")
                .with("V2__set.sql", "set @a = 'some', foreign_key_checks = 0, sql_safe_updates = 1;\n" + seen)
                .with("V3__see.sql", seen)
                .with("V4__select.sql", "select 'more' into @a;\ndo @b := 1;")
                .with("V5__see.sql", seen);

        project().migrator().migrate();

        assertThat(project().query("select concat(a, b, c) from t order by id"))
                .containsExactly("some01", "none10", "none10");
    }
}
