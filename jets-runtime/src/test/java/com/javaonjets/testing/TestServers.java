package com.javaonjets.testing;

import com.javaonjets.config.DatabaseConfig;

/**
 * Real servers for tests, each started when first asked for and stopped with the JVM.
 *
 * <p>Every call gives a new, empty database of its own. A test that needs the real MySQL server bears
 * {@link RealMysql}, so that it is reported as not run where there is none.
 */
public final class TestServers {

    /** The variable that names a real MySQL server: a JDBC URL with user and password. */
    public static final String REAL_MYSQL_URL = "REAL_MYSQL_URL";

    private TestServers() {}

    public static DatabaseConfig postgresql() {
        return EmbeddedPostgresql.SERVER.newDatabase();
    }

    public static DatabaseConfig mariadb() {
        return EmbeddedMariadb.SERVER.newDatabase();
    }

    /**
     * A database on the server that {@value #REAL_MYSQL_URL} names.
     *
     * @throws IllegalStateException if the variable is not set; the test lacks {@link RealMysql}
     */
    public static DatabaseConfig mysql() {
        return GivenMysql.SERVER.newDatabase();
    }

    private static final class EmbeddedPostgresql {
        static final TestServer SERVER = PostgresqlServer.start();
    }

    private static final class EmbeddedMariadb {
        static final TestServer SERVER = MariadbServer.start();
    }

    private static final class GivenMysql {
        static final TestServer SERVER = MysqlServer.given();
    }
}
