package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** On MySQL a reset is two commands, sent together. */
abstract class MysqlFamilyResetContract extends ResetContract {

    MysqlFamilyResetContract(Server server) {
        super(server, Words.MYSQL);
    }

    /** As Aurora or a proxy may, under a name that does not tell. */
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
