package com.javaonjets.console;

import com.javaonjets.config.Adapter;

class PostgresqlConsoleTest extends ConsoleContract {

    @Override
    Adapter adapter() {
        return Adapter.POSTGRESQL;
    }

    @Override
    String longStatement() {
        return "select pg_sleep(600)";
    }

    @Override
    String suicide() {
        return "select pg_terminate_backend(pg_backend_pid())";
    }

    @Override
    String missingTable() {
        return "ERROR: relation \"missing\" does not exist";
    }

    @Override
    String programs() {
        return System.getenv().getOrDefault("PATH", "");
    }
}
