package com.javaonjets.connection;

final class MariadbSnapStartTest extends SnapStartContract {

    MariadbSnapStartTest() {
        super(Server.MARIADB);
    }
}
