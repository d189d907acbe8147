package com.javaonjets.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.CountingProxy;
import com.javaonjets.testing.RealMysql;
import com.javaonjets.testing.TestConfig;
import com.javaonjets.testing.TestServers;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@RealMysql
final class MysqlTlsTest extends TlsContract {

    MysqlTlsTest() {
        super(Server.MYSQL, TestServers.mysql(), Trips.MYSQL);
    }

    /** The server has not cached the new user's login, and asks for the password itself. */
    @Test
    void asksForThePublicKeyOnThisMachineAlone() throws SQLException, SocketException {
        Optional<InetAddress> other = otherAddress();
        assumeThat(other).as("an address of this machine but 127.0.0.1").isPresent();
        DatabaseConfig direct = TestServers.mysql();
        String user = "uncached_" + direct.database().hashCode();
        try (Connection connection = DirectDataSource.of(direct).getConnection();
                Statement statement = connection.createStatement();
                CountingProxy proxy = CountingProxy.on(other.get(), direct.host(), direct.port())) {
            statement.execute("create user '" + user + "' identified by 'hush-hush-4711'");
            statement.execute("grant all on " + direct.database() + ".* to '" + user + "'");
            TestConfig far = TestConfig.of(direct)
                    .withAddress(other.get().getHostAddress(), proxy.port())
                    .withLogin(user, "hush-hush-4711");

            assertThatThrownBy(() -> open(far.withSsl("disable")))
                    .isInstanceOf(SQLException.class)
                    .hasMessageEndingWith(
                            ": the server lets no one in without TLS, or needs it to take the password; set"
                                    + " ssl: require in config/database.yml, test")
                    .satisfies(failure -> Secrets.assertAbsent("hush-hush-4711", failure));
            assertThat(proxy.connections()).isEqualTo(1);
            open(TestConfig.of(direct).withLogin(user, "hush-hush-4711").withSsl("disable"));
            statement.execute("alter user '" + user + "' identified by 'hush-hush-4712'");
            open(far.withLogin(user, "hush-hush-4712").withSsl("require"));
            statement.execute("drop user '" + user + "'");
        }
    }

    private static void open(TestConfig config) throws SQLException {
        DirectDataSource.of(config.build()).getConnection().close();
    }

    private static Optional<InetAddress> otherAddress() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst();
    }
}
