package com.javaonjets.connection;

final class MariadbFenceTest extends FenceContract {

    MariadbFenceTest() {
        super(Server.MARIADB, 1);
    }
}
