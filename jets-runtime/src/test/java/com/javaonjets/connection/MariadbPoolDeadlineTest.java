package com.javaonjets.connection;

final class MariadbPoolDeadlineTest extends DeadlineContract {

    MariadbPoolDeadlineTest() {
        super(Server.MARIADB, 3);
    }
}
