package com.javaonjets.database;

final class MariadbDatabasesTest extends MysqlFamilyContract {

    MariadbDatabasesTest() {
        super(TestDatabases.mariadb());
    }

    /** It collects no attributes of connections by default. */
    @Override
    String application() {
        return "";
    }
}
