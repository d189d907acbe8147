package com.javaonjets.connection;

import com.javaonjets.testing.RealMysql;

@RealMysql
final class MysqlLimitsTest extends LimitsContract {

    MysqlLimitsTest() {
        super(Server.MYSQL);
    }
}
