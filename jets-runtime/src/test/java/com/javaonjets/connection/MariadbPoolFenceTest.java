package com.javaonjets.connection;

final class MariadbPoolFenceTest extends FenceContract {

    MariadbPoolFenceTest() {
        super(Server.MARIADB, 3);
    }
}
