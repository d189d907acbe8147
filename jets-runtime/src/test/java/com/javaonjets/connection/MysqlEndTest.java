package com.javaonjets.connection;

import com.javaonjets.testing.RealMysql;

@RealMysql
final class MysqlEndTest extends EndContract {

    MysqlEndTest() {
        super(Server.MYSQL);
    }
}
