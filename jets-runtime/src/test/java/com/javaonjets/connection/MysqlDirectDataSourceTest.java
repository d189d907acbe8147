package com.javaonjets.connection;

import com.javaonjets.testing.RealMysql;

@RealMysql
final class MysqlDirectDataSourceTest extends DirectDataSourceContract {

    MysqlDirectDataSourceTest() {
        super(Server.MYSQL);
    }
}
