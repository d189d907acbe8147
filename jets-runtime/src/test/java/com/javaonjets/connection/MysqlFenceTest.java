package com.javaonjets.connection;

import com.javaonjets.testing.RealMysql;

@RealMysql
final class MysqlFenceTest extends FenceContract {

    MysqlFenceTest() {
        super(Server.MYSQL, 1);
    }
}
