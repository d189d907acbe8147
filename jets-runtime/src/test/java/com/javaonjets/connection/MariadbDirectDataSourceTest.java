package com.javaonjets.connection;

final class MariadbDirectDataSourceTest extends DirectDataSourceContract {

    MariadbDirectDataSourceTest() {
        super(Server.MARIADB);
    }
}
