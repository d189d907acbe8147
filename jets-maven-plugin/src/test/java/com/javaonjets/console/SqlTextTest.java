package com.javaonjets.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.Adapter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTextTest {

    private final SqlText postgresql = new SqlText(Adapter.POSTGRESQL);
    private final SqlText mysql = new SqlText(Adapter.MYSQL);

    @Test
    void splitsAtSemicolons() {
        SqlText.Split split = postgresql.split("select 1; select 2\n;;select");

        assertThat(split.statements()).containsExactly("select 1", "select 2");
        assertThat(split.rest()).isEqualTo("select");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select ';'",
                "select 'it''s;'",
                "select E'\\';'",
                "select \";\"",
                "select $$;$$",
                "select $body$ ; $$ ; $body$",
                "select 1 -- ;\n",
                "select 1 /* ; /* ; */ ; */",
                "select 1 a$b, 2 c$b"
            })
    void findsNoEndInWhatPostgresqlQuotes(String sql) {
        assertThat(postgresql.isComplete(sql)).isFalse();
        assertThat(postgresql.isComplete(sql + ";")).isTrue();
        assertThat(postgresql.split(sql + ";").statements()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select '\\';'",
                "select \"\\\";\"",
                "select `;`",
                "select 1 # ;\n",
                "select 1 -- ;\n",
                "select 1 /* ; */"
            })
    void findsNoEndInWhatMysqlQuotes(String sql) {
        assertThat(mysql.isComplete(sql)).isFalse();
        assertThat(mysql.isComplete(sql + ";")).isTrue();
        assertThat(mysql.split(sql + ";").statements()).hasSize(1);
    }

    /** As mysqldump writes them. */
    @Test
    void keepsStatementsThatMysqlReadsInAComment() {
        SqlText.Split split =
                mysql.split("/*!40103 SET TIME_ZONE='+00:00' */;\n/* a; remark */;\n/*M!100300 SET @a = 1 */;");

        assertThat(split.statements())
                .containsExactly("/*!40103 SET TIME_ZONE='+00:00' */", "/*M!100300 SET @a = 1 */");
        assertThat(mysql.isComplete("/*!40103 SET TIME_ZONE='+00:00' */")).isFalse();
        assertThat(postgresql.isBlank("/*!40103 a remark there */")).isTrue();
    }

    @Test
    void seesNoCommentInTwoDashesWithoutABlankOnMysql() {
        assertThat(mysql.split("select 1--2;").statements()).containsExactly("select 1--2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "-- a comment", "/* a */ -- b", "\\q", "quit", "select 1; -- done"})
    void expectsNoMoreAfterBlanksCommentsAndCommands(String typed) {
        assertThat(postgresql.isComplete(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"select", "/* a", "select 1; select 2", "select 'a;\n", "select $x$;\n"})
    void expectsMoreOfWhatHasNoEnd(String typed) {
        assertThat(postgresql.isComplete(typed)).isFalse();
    }

    @Test
    void takesAnotherDelimiterOnMysql() {
        assertThat(mysql.isComplete("DELIMITER //")).isTrue();
        assertThat(mysql.changeDelimiter("DELIMITER //\n")).isTrue();

        assertThat(mysql.isComplete("begin select 1; end")).isFalse();
        assertThat(mysql.split("begin select 1; end //").statements()).containsExactly("begin select 1; end");
    }
}
