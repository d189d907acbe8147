package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.CountingProxy;
import com.javaonjets.testing.TestConfig;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code reset: true}: what a borrower leaves in the session is discarded. */
abstract class ResetContract {

    private final Server server;
    private final Words words;
    private final DatabaseConfig config;
    private final CountingProxy proxy;
    private Connections connections;

    ResetContract(Server server, Words words) {
        this.server = server;
        this.words = words;
        DatabaseConfig direct = server.newDatabase();
        this.proxy = CountingProxy.to(direct.host(), direct.port());
        this.config = TestConfig.of(direct)
                .withAddress("127.0.0.1", proxy.port())
                .withReset()
                .build();
        this.connections = Connections.open(config, Map.of());
    }

    @AfterEach
    void close() {
        connections.close();
        proxy.close();
    }

    @Test
    void givesTheNextBorrowerTheSessionThatWasOpened() throws SQLException {
        String opened = session();
        String id = text(server.idQuery());
        change();

        assertThat(session()).isEqualTo(opened);
        assertThat(text(server.idQuery())).isEqualTo(id);
    }

    /** What a driver holds weakly is gone then. */
    @Test
    void doesSoAfterAGarbageCollection() throws SQLException {
        String opened = session();
        System.gc();
        change();

        assertThat(session()).isEqualTo(opened);
    }

    @Test
    void keepsSettingsThatTheUserMadeForAllSessions() throws SQLException {
        reopenWith(server.usersIdleLimit(77));
        run(words.changes());

        assertThat(text(server.idleLimitQuery())).startsWith("77");
        assertThat(text(server.usersOtherQuery())).startsWith("7");
    }

    @Test
    void dropsTemporaryTables() throws SQLException {
        run("create temporary table drafts (id int)");

        assertThatThrownBy(() -> run("select * from drafts")).isInstanceOf(SQLException.class);
    }

    @Test
    void givesLocksBack() throws SQLException {
        run(words.lock());

        try (Connection other = DirectDataSource.of(config).getConnection()) {
            assertThat(text(other, words.lock())).isIn("1", "t");
        }
    }

    @Test
    void rollsBackWhatIsOpen() throws SQLException {
        run("create table posts (id int)");
        try (Connection connection = connections.borrow();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into posts values (1)");
        }
        run("begin", "insert into posts values (2)");
        run("insert into posts values (4)");

        try (Connection other = DirectDataSource.of(config).getConnection()) {
            assertThat(text(other, "select sum(id) from posts")).isEqualTo("4");
        }
    }

    @Test
    void setsBackWhatWasSetByJdbc() throws SQLException {
        String opened = session();
        try (Connection connection = connections.borrow()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            connection.setReadOnly(true);
            assertThat(text(connection, "select 7")).isEqualTo("7");
        }

        assertThat(session()).isEqualTo(opened);
        run("create table posts (id int)");
    }

    @Test
    void runsStatementsThatWerePreparedBefore() throws SQLException {
        for (int i = 0; i < 10; i++) {
            try (Connection connection = connections.borrow();
                    PreparedStatement statement = connection.prepareStatement("select ?")) {
                for (int n = 0; n < 10; n++) {
                    statement.setInt(1, n);
                    try (ResultSet row = statement.executeQuery()) {
                        row.next();
                        assertThat(row.getInt(1)).isEqualTo(n);
                    }
                }
            }
        }
    }

    @Test
    void opensInNoMoreTrips() {
        proxy.trips();
        reopen(TestConfig.of(config));
        int withReset = proxy.trips();
        reopen(without());

        assertThat(proxy.trips()).isEqualTo(withReset);
    }

    @Test
    void costsATripWhereSomethingWasRun() throws SQLException {
        text("select 7");
        proxy.trips();
        text("select 7");
        assertThat(proxy.trips()).isEqualTo(2);

        connections.borrow().close();
        assertThat(proxy.trips()).isZero();

        text("select 7");
        assertThat(proxy.trips()).isEqualTo(2);
    }

    @Test
    void leavesTheSessionAloneUnlessItIsAskedFor() throws SQLException {
        reopen(without());
        run("create temporary table drafts (id int)");

        run("select * from drafts");
    }

    private TestConfig without() {
        return TestConfig.of(config.toBuilder().reset(false).build());
    }

    void reopenWith(Map<String, String> properties) {
        reopen(TestConfig.of(config).withProperties(properties));
    }

    private void reopen(TestConfig changed) {
        connections.close();
        connections = Connections.open(changed.build(), Map.of());
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = connections.borrow();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    Connection borrow() throws SQLException {
        return connections.borrow();
    }

    CountingProxy proxy() {
        return proxy;
    }

    String session() throws SQLException {
        return text(words.session());
    }

    void change() throws SQLException {
        run(words.changes());
    }

    String text(String query) throws SQLException {
        try (Connection connection = connections.borrow()) {
            return text(connection, query);
        }
    }

    static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    /**
     * What is said to a server.
     *
     * @param session the query of all that a session is set to
     * @param changes statements that change it
     * @param lock the query that takes a lock, if it can
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Words(String session, String[] changes, String lock) {

        static final Words POSTGRESQL = new Words(
                "select string_agg(name || '=' || setting, ', ' order by name) || current_user from pg_settings",
                new String[] {
                    "set lock_timeout = 7",
                    "set idle_session_timeout = 0",
                    "set idle_in_transaction_session_timeout = 0",
                    "set search_path = nowhere",
                    "set time zone 'Asia/Tokyo'",
                    "set client_min_messages = error",
                    "set session characteristics as transaction isolation level serializable",
                    "set role pg_monitor"
                },
                "select pg_try_advisory_lock(7)");

        static final Words MYSQL = new Words(
                "select concat_ws(', ', @@character_set_client, @@character_set_results, @@character_set_connection,"
                        + " @@collation_connection, @@sql_mode, @@time_zone, @@autocommit, @@wait_timeout,"
                        + " @@lock_wait_timeout, @@transaction_isolation, @@sql_safe_updates, database(),"
                        + " @jets /*M!100300 , @@idle_transaction_timeout */)",
                new String[] {
                    "set lock_wait_timeout = 7",
                    "set wait_timeout = 28000",
                    "set /*M!100300 idle_transaction_timeout = 7, */ sql_safe_updates = 1",
                    "set sql_mode = ''",
                    "set time_zone = '+09:00'",
                    "set autocommit = 0",
                    "set session transaction isolation level serializable",
                    "set @jets = 7",
                    "use information_schema",
                    "set names latin1"
                },
                "select get_lock('jets', 0)");
    }
}
