package com.javaonjets.connection;

final class MariadbDeadlineTest extends DeadlineContract {

    MariadbDeadlineTest() {
        super(Server.MARIADB, 1);
    }
}
