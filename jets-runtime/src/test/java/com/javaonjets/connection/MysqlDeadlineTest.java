package com.javaonjets.connection;

import com.javaonjets.testing.RealMysql;

@RealMysql
final class MysqlDeadlineTest extends DeadlineContract {

    MysqlDeadlineTest() {
        super(Server.MYSQL, 1);
    }
}
