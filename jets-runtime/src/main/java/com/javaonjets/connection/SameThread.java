package com.javaonjets.connection;

import java.util.concurrent.Executor;

/** Runs what a driver wants done where it is asked for. A lambda in its place would cost a cold start some milliseconds. */
enum SameThread implements Executor {
    INSTANCE;

    @Override
    public void execute(Runnable task) {
        task.run();
    }
}
