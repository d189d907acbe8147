package com.javaonjets.database.dump;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.connection.DirectDataSource;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What MySQL and MariaDB hold to without a program. */
abstract class MysqlQueriesContract extends MysqlSchemaContract {

    @Override
    DumpWay way() {
        return DumpWay.QUERIES;
    }

    @Override
    String wayOfRefusingLetters() {
        return "VIEW umlaut, which has other letters than those of ASCII in it and was made by a client of the character set latin1";
    }

    /** More than are asked for in one trip. */
    int manyTables() {
        return 2000;
    }

    @Test
    void makesFewTripsWhateverTheNumberOfTables() throws Exception {
        DatabaseConfig config = newDatabase().toBuilder()
                .properties(Map.of("allowMultiQueries", "true"))
                .build();
        for (int from = 0; from < manyTables(); from += 200) {
            execute(
                    config,
                    IntStream.range(from, from + 200)
                            .mapToObj(i -> "CREATE TABLE t" + i + " (id int PRIMARY KEY, name varchar(20))")
                            .collect(Collectors.joining(";")));
        }
        try (Connection connection = DirectDataSource.of(config).getConnection()) {
            CountedStatements counted = new CountedStatements();
            List<String> statements = new MysqlQueries(counted.on(connection), config.database()).statements();
            assertThat(statements)
                    .filteredOn(sql -> sql.startsWith("CREATE TABLE"))
                    .hasSize(manyTables());
            assertThat(counted.count()).isLessThan(15);
        }
    }

    /** One of them with a text of many characters before what it reads. */
    @Test
    void ordersViewsByWhatTheyRead() throws Exception {
        DatabaseConfig config = newDatabase();
        execute(config, "CREATE TABLE t (id int, b int, a int)");
        execute(config, "CREATE VIEW c AS SELECT id, b AS a, '" + "long '' ".repeat(10_000) + "' AS d FROM t");
        execute(config, "CREATE VIEW b AS SELECT c.a AS b FROM c JOIN t ON t.id = c.id");
        execute(config, "CREATE VIEW a AS SELECT b.b AS c FROM b");
        assertThat(SchemaDump.of(config, project.resolve("none"), Optional.of(way()))
                        .text())
                .containsSubsequence("VIEW `c`", "VIEW `b`", "VIEW `a`");
    }
}
