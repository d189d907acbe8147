package com.javaonjets.connection;

final class MariadbTlsTest extends TlsContract {

    MariadbTlsTest() {
        super(Server.MARIADB, TlsServers.mariadb(), Trips.MYSQL);
    }
}
