package com.javaonjets.connection;

import com.javaonjets.testing.RealMysql;

@RealMysql
final class MysqlPoolDeadlineTest extends DeadlineContract {

    MysqlPoolDeadlineTest() {
        super(Server.MYSQL, 3);
    }
}
