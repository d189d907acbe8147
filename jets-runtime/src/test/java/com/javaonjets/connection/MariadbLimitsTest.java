package com.javaonjets.connection;

final class MariadbLimitsTest extends LimitsContract {

    MariadbLimitsTest() {
        super(Server.MARIADB);
    }
}
