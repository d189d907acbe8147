package com.javaonjets.connection;

final class MariadbConnectionsTest extends ConnectionsContract {

    MariadbConnectionsTest() {
        super(Server.MARIADB, 1);
    }
}
