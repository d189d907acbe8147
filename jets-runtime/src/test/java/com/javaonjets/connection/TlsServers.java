package com.javaonjets.connection;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.testing.TestAuthority;
import com.javaonjets.testing.TlsMariadb;
import com.javaonjets.testing.TlsPostgresql;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;

/** Servers whose certificates are for 127.0.0.1 alone, started when first asked for. */
final class TlsServers {

    private static final Path FOLDER =
            Path.of("target", "tls-" + ProcessHandle.current().pid()).toAbsolutePath();

    private TlsServers() {}

    /** Signs for the servers here. */
    static TestAuthority authority() {
        return Known.AUTHORITY;
    }

    /** Signs for no one. */
    static TestAuthority stranger() {
        return Strange.AUTHORITY;
    }

    static DatabaseConfig postgresql() {
        return Postgresql.CONFIG;
    }

    static DatabaseConfig mariadb() {
        return Mariadb.CONFIG;
    }

    /** The one server here is closed with the JVM. */
    private static DatabaseConfig startPostgresql() {
        try {
            return new TlsPostgresql(identity()).config();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static TestAuthority.Issued identity() {
        try {
            return authority().issue("CN=server", "ip:127.0.0.1");
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static TestAuthority made(String name) {
        try {
            return new TestAuthority(FOLDER, name);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static final class Known {
        static final TestAuthority AUTHORITY = made("known");
    }

    private static final class Strange {
        static final TestAuthority AUTHORITY = made("stranger");
    }

    private static final class Postgresql {
        static final DatabaseConfig CONFIG = startPostgresql();
    }

    private static final class Mariadb {
        static final DatabaseConfig CONFIG = TlsMariadb.start(identity());
    }
}
