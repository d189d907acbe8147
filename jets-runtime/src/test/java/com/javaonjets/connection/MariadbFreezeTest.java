package com.javaonjets.connection;

final class MariadbFreezeTest extends FreezeContract {

    MariadbFreezeTest() {
        super(Server.MARIADB);
    }
}
