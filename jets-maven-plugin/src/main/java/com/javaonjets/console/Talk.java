package com.javaonjets.console;

import java.util.Optional;

/** What is typed, and where answers go. */
interface Talk extends AutoCloseable {

    /** What is typed next, complete statements or a command; empty at the end. */
    Optional<String> next();

    void print(String line);

    /** Does the work, which is asked to stop by the action when Ctrl-C is typed meanwhile. */
    void interruptible(Runnable stop, Runnable work);

    @Override
    void close();
}
