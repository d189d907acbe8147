package com.javaonjets.connection;

import com.javaonjets.testing.RealMysql;

@RealMysql
final class MysqlResetTest extends ResetContract {

    MysqlResetTest() {
        super(Server.MYSQL, Words.MYSQL);
    }
}
