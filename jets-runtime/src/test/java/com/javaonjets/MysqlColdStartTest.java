package com.javaonjets;

import com.javaonjets.testing.RealMysql;
import com.javaonjets.testing.TestServers;

@RealMysql
final class MysqlColdStartTest extends ColdStartContract {

    MysqlColdStartTest() {
        super(TestServers.mysql());
    }
}
