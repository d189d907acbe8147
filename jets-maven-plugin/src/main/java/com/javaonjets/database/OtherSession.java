package com.javaonjets.database;

/**
 * A session in a database, by whom a user knows it.
 *
 * @param id the server's number for it
 * @param since the moment, in UTC, and what it began, such as {@code connected since 2026-01-02 03:04:05 UTC}
 */
record OtherSession(long id, String user, String address, String application, String since) {

    @Override
    public String toString() {
        return user + " from " + address + (application.isEmpty() ? "" : " by " + application) + ", " + since;
    }
}
