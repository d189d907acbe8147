package com.javaonjets.connection;

final class PostgresqlPoolDeadlineTest extends DeadlineContract {

    PostgresqlPoolDeadlineTest() {
        super(Server.POSTGRESQL, 3);
    }
}
