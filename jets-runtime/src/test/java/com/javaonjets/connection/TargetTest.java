package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.TestConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TargetTest {

    private static final TestConfig POSTGRESQL = TestConfig.of(Adapter.POSTGRESQL, "db.example", 5432, "blog");
    private static final TestConfig MYSQL = TestConfig.of(Adapter.MYSQL, "db.example", 3306, "blog");

    @Test
    void opensPostgresqlInTheFewestRoundTrips() {
        assertThat(Target.database(POSTGRESQL.build(), true).properties())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "connectTimeout", "5",
                        "socketTimeout", "5",
                        "tcpKeepAlive", "true",
                        "sslmode", "prefer",
                        "assumeMinServerVersion", "9.0",
                        "user", "app",
                        "password", "secret"));
    }

    @Test
    void opensMysqlInTheFewestRoundTrips() {
        assertThat(Target.database(MYSQL.build(), true).properties())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "connectTimeout", "5000",
                        "socketTimeout", "5000",
                        "tcpKeepAlive", "true",
                        "sslMode", "PREFERRED",
                        "useLocalSessionState", "true",
                        "cacheServerConfiguration", "true",
                        "characterEncoding", "UTF-8",
                        "characterSetResults", "UTF-8",
                        "user", "app",
                        "password", "secret"));
    }

    @Test
    void asksForTlsOfAHostThatOnlyLooksLikeThisMachine() {
        DatabaseConfig lookalike =
                POSTGRESQL.build().toBuilder().host("127.example.com").build();
        DatabaseConfig own = POSTGRESQL.build().toBuilder().host("127.0.0.1").build();

        assertThat(Target.database(lookalike, true).properties()).containsEntry("sslmode", "prefer");
        assertThat(Target.database(own, true).properties()).containsEntry("sslmode", "disable");
    }

    @Test
    void takesNoShortcutsWhereASessionIsChangedBySql() {
        assertThat(Target.database(MYSQL.build(), false).properties())
                .doesNotContainKeys("useLocalSessionState", "cacheServerConfiguration");
    }

    @Test
    void letsThePropertiesOfTheUserWin() {
        DatabaseConfig config = POSTGRESQL
                .withProperties(Map.of("tcpKeepAlive", "false", "ApplicationName", "blog"))
                .build();

        assertThat(Target.database(config, true).properties())
                .containsEntry("tcpKeepAlive", "false")
                .containsEntry("ApplicationName", "blog");
    }

    @Test
    void letsTheUrlOfTheUserWin() {
        DatabaseConfig config = MYSQL.withJdbcUrl("jdbc:mysql://a,b/blog?SSLMODE=VERIFY_CA&socketTimeout=9")
                .build();
        Target target = Target.database(config, true);

        assertThat(target.properties()).doesNotContainKeys("sslMode", "socketTimeout");
        assertThat(target.limitsReadsWhileOpening()).isFalse();
    }

    @Test
    void asksForThePublicKeyOnThisMachineAlone() {
        assertThat(Target.database(MYSQL.withAddress("localhost", 3306).build(), false)
                        .properties())
                .containsEntry("sslMode", "DISABLED")
                .containsEntry("allowPublicKeyRetrieval", "true");
        assertThat(Target.database(MYSQL.withSsl("disable").build(), false).properties())
                .containsEntry("sslMode", "DISABLED")
                .doesNotContainKey("allowPublicKeyRetrieval");
    }

    @Test
    void verifiesByTheCertificateThatIsGiven() {
        DatabaseConfig config = POSTGRESQL.withSslrootcert("rds.pem").build();

        assertThat(Target.database(config, false).properties())
                .containsEntry("sslmode", "verify-full")
                .containsEntry("sslrootcert", "rds.pem");
    }

    @Test
    void refusesACertificateThatTheMysqlDriverCannotRead() {
        DatabaseConfig config = MYSQL.withSslrootcert("rds.pem").build();

        assertThatThrownBy(() -> Target.database(config, false).properties())
                .isInstanceOf(JetsException.class)
                .hasMessage("sslrootcert 'rds.pem' in config/database.yml, test, cannot be given to the MySQL driver;"
                        + " put the certificate in a key store and name it by trustCertificateKeyStoreUrl and"
                        + " trustCertificateKeyStorePassword under properties");
    }

    @Test
    void refusesAnUnknownSslMode() {
        DatabaseConfig config = MYSQL.withSsl("on").build();

        assertThatThrownBy(() -> Target.database(config, false).properties())
                .isInstanceOf(JetsException.class)
                .hasMessage("unknown ssl 'on' in config/database.yml, test; expected disable, prefer, require or"
                        + " verify-full");
    }

    @Test
    void findsTheServerOfAUrl() {
        assertThat(Target.server(POSTGRESQL
                                .withJdbcUrl("jdbc:postgresql://a:1,b:2/blog?targetServerType=primary")
                                .build())
                        .url())
                .isEqualTo("jdbc:postgresql://a:1,b:2/postgres?targetServerType=primary");
        assertThat(Target.server(MYSQL.build()).url()).isEqualTo("jdbc:mysql://db.example:3306/");
    }

    @Test
    void refusesAUrlThatHidesItsServer() {
        DatabaseConfig config = POSTGRESQL.withJdbcUrl("jdbc:postgresql:blog").build();

        assertThatThrownBy(() -> Target.server(config))
                .isInstanceOf(JetsException.class)
                .hasMessage("the url of database 'primary' in config/database.yml, test, names no database; expected"
                        + " jdbc:postgresql://HOST:PORT/DATABASE");
    }
}
