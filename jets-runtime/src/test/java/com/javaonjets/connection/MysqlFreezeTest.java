package com.javaonjets.connection;

import com.javaonjets.testing.RealMysql;

@RealMysql
final class MysqlFreezeTest extends FreezeContract {

    MysqlFreezeTest() {
        super(Server.MYSQL);
    }
}
