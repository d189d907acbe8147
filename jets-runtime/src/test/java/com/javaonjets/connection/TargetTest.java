package com.javaonjets.connection;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.TestConfig;
import java.time.Duration;
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
                        "sslfactory", "com.javaonjets.connection.PostgresqlTlsFactory",
                        "assumeMinServerVersion", "9.0",
                        "user", "app",
                        "password", "secret"));
    }

    @Test
    void opensMysqlInTheFewestRoundTrips() {
        assertThat(Target.database(MYSQL.build(), true).properties())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        entry("connectTimeout", "5000"),
                        entry("socketTimeout", "5000"),
                        entry("tcpKeepAlive", "true"),
                        entry("sslMode", "PREFERRED"),
                        entry("useLocalSessionState", "true"),
                        entry("cacheServerConfiguration", "true"),
                        entry("characterEncoding", "UTF-8"),
                        entry("characterSetResults", "UTF-8"),
                        entry("sessionVariables", "autocommit=1"),
                        entry("user", "app"),
                        entry("password", "secret")));
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
    void tellsPostgresqlItsLimitsInTheStartupPacket() {
        assertThat(options(POSTGRESQL.withIdleLimit(Duration.ofMillis(1500))))
                .isEqualTo("-c idle_session_timeout=1500 -c idle_in_transaction_session_timeout=900000");
        assertThat(options(POSTGRESQL.withIdleLimit(Duration.ofDays(365))))
                .startsWith("-c idle_session_timeout=2147483647 ");
    }

    @Test
    void tellsMysqlItsLimitsInWholeSeconds() {
        assertThat(variables(MYSQL.withIdleLimit(Duration.ofMillis(1500))))
                .isEqualTo("wait_timeout=2/*M!100300 ,idle_transaction_timeout=900*/,autocommit=1");
        assertThat(variables(MYSQL.withIdleLimit(Duration.ofMillis(1)))).startsWith("wait_timeout=1/*");
        assertThat(variables(MYSQL.withIdleLimit(Duration.ofDays(1000)))).startsWith("wait_timeout=31536000/*");
    }

    @Test
    void tellsTheServerNothingWithoutAnIdleLimit() {
        assertThat(without(POSTGRESQL).properties()).doesNotContainKey("options");
        assertThat(without(MYSQL).properties()).containsEntry("sessionVariables", "autocommit=1");
    }

    @Test
    void putsSettingsOfTheUserBehindItsOwn() {
        assertThat(options(POSTGRESQL.withProperties(Map.of("options", "-c idle_session_timeout=7 -c jit=off"))))
                .isEqualTo("-c idle_session_timeout=900000 -c idle_in_transaction_session_timeout=900000"
                        + " -c idle_session_timeout=7 -c jit=off");
        assertThat(kept(MYSQL.withProperties(Map.of("SessionVariables", "wait_timeout=7")))
                        .properties())
                .containsEntry(
                        "sessionVariables",
                        "wait_timeout=900/*M!100300 ,idle_transaction_timeout=900*/,autocommit=1,wait_timeout=7")
                .doesNotContainKey("SessionVariables");
    }

    @Test
    void putsSettingsInTheUrlBehindItsOwn() {
        Target postgresql = kept(POSTGRESQL.withJdbcUrl("jdbc:postgresql://a,b/blog?options=-c%20jit%3Doff&x=1"));
        Target mysql = kept(MYSQL.withJdbcUrl("jdbc:mysql://a,b/blog?x=1&sessionVariables=sql_mode='A'"));

        assertThat(postgresql.url())
                .isEqualTo("jdbc:postgresql://a,b/blog?options=-c+idle_session_timeout%3D900000"
                        + "+-c+idle_in_transaction_session_timeout%3D900000+-c%20jit%3Doff&x=1");
        assertThat(postgresql.properties()).doesNotContainKey("options");
        assertThat(mysql.url())
                .isEqualTo("jdbc:mysql://a,b/blog?x=1&sessionVariables=wait_timeout%3D900%2F*M%21100300+%2C"
                        + "idle_transaction_timeout%3D900*%2F%2Cautocommit%3D1%2Csql_mode='A'");
        assertThat(mysql.properties()).doesNotContainKey("sessionVariables");
    }

    @Test
    void sharesNoServerConfigurationWhereItIsTheUsers() {
        assertThat(kept(MYSQL.withProperties(Map.of("sessionVariables", "sql_mode='ANSI_QUOTES'")))
                        .properties())
                .doesNotContainKey("cacheServerConfiguration");
    }

    @Test
    void preparesNothingThroughAPooler() {
        DatabaseConfig config = POSTGRESQL.build();

        assertThat(Target.kept(config, Limits.through(Acceptance.Extent.POOLER)).properties())
                .containsEntry("prepareThreshold", "0")
                .containsEntry("assumeMinServerVersion", "9.0")
                .doesNotContainKey("options");
        assertThat(Target.kept(config, Limits.through(Acceptance.Extent.STRICT_POOLER))
                        .properties())
                .containsEntry("prepareThreshold", "0")
                .doesNotContainKeys("options", "assumeMinServerVersion");
        assertThat(kept(POSTGRESQL).properties()).doesNotContainKey("prepareThreshold");
    }

    private static String options(TestConfig config) {
        return kept(config).properties().getProperty("options");
    }

    private static String variables(TestConfig config) {
        return kept(config).properties().getProperty("sessionVariables");
    }

    private static Target without(TestConfig config) {
        DatabaseConfig database = config.withIdleLimit(Duration.ZERO).build();
        return Target.kept(database, Limits.of(database));
    }

    private static Target kept(TestConfig config) {
        DatabaseConfig database = config.build();
        return Target.kept(database, new Limits(database.idleLimit(), Duration.ofMinutes(15), Acceptance.Extent.ALL));
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
    void takesTheOldNamesOfTheDriverForWhatTheyMean() {
        assertThat(mode(MYSQL.withProperties(Map.of("useSSL", "false")))).isEqualTo(SslMode.DISABLE);
        assertThat(mode(MYSQL.withProperties(Map.of("requireSSL", "true")))).isEqualTo(SslMode.REQUIRE);
        assertThat(mode(MYSQL.withJdbcUrl("jdbc:mysql://a/blog?x=1&verifyServerCertificate=true")))
                .isEqualTo(SslMode.VERIFY_CA);
        assertThat(mode(POSTGRESQL.withJdbcUrl("jdbc:postgresql://a/blog?ssl&x=1")))
                .isEqualTo(SslMode.VERIFY_FULL);
        assertThat(mode(POSTGRESQL.withProperties(Map.of("sslrootcert", "own.pem"))))
                .isEqualTo(SslMode.VERIFY_FULL);
    }

    @Test
    void opensPostgresqlByDirectTlsWhereTheServerTakesIt() {
        TestConfig required = POSTGRESQL.withSsl("require");

        assertThat(kept(required.withServerVersion("17")).properties()).containsEntry("sslNegotiation", "direct");
        assertThat(kept(required.withServerVersion("18.1")).properties()).containsEntry("sslNegotiation", "direct");
        assertThat(kept(required.withServerVersion("16")).properties()).doesNotContainKey("sslNegotiation");
        assertThat(kept(required).properties()).doesNotContainKey("sslNegotiation");
        assertThat(kept(POSTGRESQL.withServerVersion("17")).properties()).doesNotContainKey("sslNegotiation");
        assertThat(Target.kept(required.withServerVersion("17").build(), Limits.through(Acceptance.Extent.POOLER))
                        .properties())
                .doesNotContainKey("sslNegotiation");
    }

    private static SslMode mode(TestConfig config) {
        return SslMode.of(config.build());
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
