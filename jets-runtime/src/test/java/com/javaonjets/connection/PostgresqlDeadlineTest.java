package com.javaonjets.connection;

final class PostgresqlDeadlineTest extends DeadlineContract {

    PostgresqlDeadlineTest() {
        super(Server.POSTGRESQL, 1);
    }
}
