package com.javaonjets.connection;

import com.javaonjets.testing.RealMysql;

@RealMysql
final class MysqlOpeningTest extends OpeningContract {

    MysqlOpeningTest() {
        super(Server.MYSQL);
    }
}
