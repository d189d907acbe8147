package com.javaonjets.connection;

final class MariadbPoolTest extends ConnectionsContract {

    MariadbPoolTest() {
        super(Server.MARIADB, 3);
    }
}
