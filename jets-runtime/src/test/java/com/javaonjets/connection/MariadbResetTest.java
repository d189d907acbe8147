package com.javaonjets.connection;

final class MariadbResetTest extends MysqlFamilyResetContract {

    MariadbResetTest() {
        super(Server.MARIADB);
    }
}
