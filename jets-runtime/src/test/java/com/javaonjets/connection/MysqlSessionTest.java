package com.javaonjets.connection;

import com.javaonjets.testing.RealMysql;

@RealMysql
final class MysqlSessionTest extends MysqlSessionContract {

    MysqlSessionTest() {
        super(Server.MYSQL);
    }
}
