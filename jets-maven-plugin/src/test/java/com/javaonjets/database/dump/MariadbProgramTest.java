package com.javaonjets.database.dump;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.embedded.TestServers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** MariaDB by the mariadb-dump that comes with the embedded server. */
final class MariadbProgramTest extends SchemaContract {

    @Override
    DatabaseConfig newDatabase() {
        return TestDatabase.onEmbedded(Adapter.MYSQL);
    }

    @Override
    DumpWay way() {
        return DumpWay.PROGRAM;
    }

    @Override
    String path() {
        return TestServers.programs(Adapter.MYSQL).toString();
    }

    @Override
    List<String> schemas() {
        return List.of("mysql-shop.sql", "mariadb-sequences.sql");
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
