package com.javaonjets.database.dump;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.DatabaseConfig;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What MySQL and MariaDB hold to by their programs. */
abstract class MysqlProgramContract extends MysqlSchemaContract {

    @Override
    DumpWay way() {
        return DumpWay.PROGRAM;
    }

    @Override
    String wayOfRefusingLetters() {
        return "what is not UTF-8";
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void writesWhatQueriesWrite(String resource) throws Exception {
        DatabaseConfig original = migrated(resource);
        String queries = SchemaDump.of(original, project.resolve("none"), Optional.of(DumpWay.QUERIES))
                .text();
        assertThat(dump(original)).isEqualTo(queries.replace("-- jets: mysql, queries", "-- jets: mysql, program"));
    }
}
