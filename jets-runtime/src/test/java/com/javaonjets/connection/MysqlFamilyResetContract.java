package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** On MySQL a reset is two commands, sent together. */
abstract class MysqlFamilyResetContract extends ResetContract {

    MysqlFamilyResetContract(Server server) {
        super(server, Words.MYSQL);
    }

    @Test
    void goesBackToItsDatabaseOnTheSameTrip() throws SQLException {
        String home = text("select database()");
        proxy().trips();
        try (Connection connection = borrow();
                Statement statement = connection.createStatement()) {
            statement.execute("use information_schema");
        }
        assertThat(proxy().trips()).isEqualTo(2);

        assertThat(text("select database()")).isEqualTo(home);
    }

    @Test
    void keepsTheTimeZoneThatTheDriverReckonsWith() throws SQLException {
        reopenWith(Map.of("connectionTimeZone", "+05:00", "forceConnectionTimeZoneToSession", "true"));
        String opened = session();
        change();

        assertThat(session()).isEqualTo(opened).contains("+05:00");
    }

    /** The driver would take the limit of the rows before to be the server's still. */
    @Test
    void limitsRowsThatAreStreamedAfterAReset() throws SQLException {
        for (int i = 0; i < 3; i++) {
            try (Connection connection = borrow();
                    Statement statement = connection.createStatement()) {
                statement.setMaxRows(2);
                statement.setFetchSize(Integer.MIN_VALUE);
                try (ResultSet rows = statement.executeQuery("select 1 union select 2 union select 3")) {
                    int count = 0;
                    while (rows.next()) {
                        count++;
                    }
                    assertThat(count).isEqualTo(2);
                }
            }
        }
    }

    /** As Aurora or a proxy may. */
    @Test
    void sendsThemOneByOneToWhatTakesOneAtATime() throws SQLException {
        String opened = session();
        proxy().connections();
        proxy().takeOneCommandAtATime();
        change();

        assertThat(session()).isEqualTo(opened);
        assertThat(proxy().connections()).isEqualTo(1);
        change();
        assertThat(session()).isEqualTo(opened);
        proxy().trips();
        assertThat(text("select 7")).isEqualTo("7");
        assertThat(proxy().trips()).isEqualTo(3);
        assertThat(proxy().connections()).isZero();
    }

    /** Once may be the server's end. */
    @Test
    void sendsThemOneByOneToWhatFailedTwiceAtTwo() throws SQLException {
        failReturn();
        assertThat(trips()).isEqualTo(2);

        failReturn();
        failReturn();
        assertThat(trips()).isEqualTo(3);
    }

    private void failReturn() throws SQLException {
        try (Connection connection = borrow()) {
            assertThat(text(connection, "select 7")).isEqualTo("7");
            proxy().cutBeforeAnswer();
        }
        proxy().behave();
    }

    /** Of a statement and the reset, on a connection that is open. */
    private int trips() throws SQLException {
        String opened = session();
        proxy().trips();
        assertThat(session()).isEqualTo(opened);
        return proxy().trips();
    }

    @Test
    void sendsThemOneByOneOnALineThatIsCompressed() throws SQLException {
        reopenWith(Map.of("useCompression", "true"));
        String opened = session();
        change();

        assertThat(session()).isEqualTo(opened);
        proxy().trips();
        assertThat(text("select 7")).isEqualTo("7");
        assertThat(proxy().trips()).isEqualTo(3);
    }
}
