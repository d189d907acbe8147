package com.javaonjets.connection;

final class MariadbOpeningTest extends OpeningContract {

    MariadbOpeningTest() {
        super(Server.MARIADB);
    }
}
