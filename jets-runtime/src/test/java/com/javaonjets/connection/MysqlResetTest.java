package com.javaonjets.connection;

import com.javaonjets.testing.RealMysql;

@RealMysql
final class MysqlResetTest extends MysqlFamilyResetContract {

    MysqlResetTest() {
        super(Server.MYSQL);
    }
}
