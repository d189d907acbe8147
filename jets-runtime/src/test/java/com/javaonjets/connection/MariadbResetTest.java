package com.javaonjets.connection;

final class MariadbResetTest extends ResetContract {

    MariadbResetTest() {
        super(Server.MARIADB, Words.MYSQL);
    }
}
