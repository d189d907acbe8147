package com.javaonjets.connection;

final class MariadbEndTest extends EndContract {

    MariadbEndTest() {
        super(Server.MARIADB);
    }
}
