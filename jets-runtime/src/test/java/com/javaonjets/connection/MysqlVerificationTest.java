package com.javaonjets.connection;

import com.javaonjets.testing.RealMysql;
import com.javaonjets.testing.TestServers;
import com.javaonjets.testing.TlsMysql;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;

/** The server speaks no TLS that is too old: it has no way to. */
@RealMysql
final class MysqlVerificationTest extends VerificationContract {

    private final TlsMysql server;

    MysqlVerificationTest() throws SQLException, IOException {
        super(TestServers.mysql());
        server = new TlsMysql(TestServers.mysql(), TlsServers.identity(), TlsServers.authority());
    }

    @AfterEach
    void close() throws SQLException {
        server.close();
    }
}
