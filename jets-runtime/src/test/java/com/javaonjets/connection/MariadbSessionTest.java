package com.javaonjets.connection;

final class MariadbSessionTest extends MysqlSessionContract {

    MariadbSessionTest() {
        super(Server.MARIADB);
    }
}
