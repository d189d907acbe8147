package com.javaonjets.database;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.config.Environment;
import com.javaonjets.migration.Metadata;
import java.util.Optional;

/**
 * Keeps goals that destroy from production, as Rails keeps its tasks from protected environments: by the environment
 * that the database itself has stored, and not by what a configuration calls it.
 *
 * @param force the name of the database that the user wants destroyed all the same; empty for none
 */
public record Safeguard(Optional<String> force) {

    private static final int LOOKS = 30;
    /** In place of the environment of a database that is no more. */
    private static final String GONE = "";

    private static final Optional<String> PRODUCTION = Optional.of(Environment.PRODUCTION.name());

    /**
     * Lets a database pass that does not exist, that the environment in force made, or that none is known to have made and
     * that is on this machine; production's only while it is empty and not known to be production's.
     *
     * @throws JetsException otherwise, saying what to do; and for a database that is not for goals to work on
     */
    public void check(DatabaseConfig database) {
        if (!database.databaseTasks()) {
            throw new JetsException(
                    "refused, since " + name(database)
                            + " is a replica, or has database_tasks: false, and is not for goals to change; nothing was changed");
        }
        if (!force.equals(Optional.of(database.database())) && DatabaseCreation.exists(database)) {
            checkMaker(database);
        }
    }

    private void checkMaker(DatabaseConfig database) {
        Optional<String> maker = maker(database);
        if (maker.equals(PRODUCTION)) {
            throw refusal(database, "that would destroy " + productions(database));
        }
        if (isOthers(maker, database)) {
            throw refusal(
                    database,
                    "that would destroy " + name(database) + ", whose table " + Metadata.TABLE
                            + " says that it is of environment " + maker.get() + ", and this is environment "
                            + database.environment());
        }
        if (maker.isEmpty() && isProductions(database)) {
            throw refusal(
                    database,
                    "that would destroy " + name(database) + ", which is production's by config/database.yml and whose"
                            + " table " + Metadata.TABLE + " does not say otherwise");
        }
        if (maker.isEmpty() && !database.loopback()) {
            throw refusal(
                    database,
                    "that would destroy " + name(database) + ", which is not on this machine and whose table "
                            + Metadata.TABLE + " does not say which environment it is of");
        }
    }

    /**
     * Keeps the tests from a database that production made. Where a tunnel leads, its address does not tell.
     *
     * @throws JetsException if it is one
     */
    public static void refuseTests(DatabaseConfig database) {
        if (Metadata.of(database).environment().equals(PRODUCTION)) {
            throw new JetsException("refused: the tests would run on " + productions(database)
                    + "; nothing was run\n  next: name a database of the tests' own, in config/database.yml, test,"
                    + " or by DATABASE_URL");
        }
    }

    private static boolean isOthers(Optional<String> maker, DatabaseConfig database) {
        return maker.filter(made -> !made.equals(GONE)
                        && !made.equals(database.environment().name()))
                .isPresent();
    }

    /** One that has nothing to lose is free to be set up. */
    private static boolean isProductions(DatabaseConfig database) {
        return database.environment().equals(Environment.PRODUCTION) && !DatabaseCreation.isEmpty(database);
    }

    /**
     * Keeps a database that another environment made from being made anew for the tests.
     *
     * @throws JetsException if it is one
     */
    public static void refuseAnew(DatabaseConfig database) {
        Optional<String> maker = Metadata.of(database).environment();
        if (isOthers(maker, database)) {
            throw new JetsException("refused: " + name(database) + " would be made anew for the tests, and its table "
                    + Metadata.TABLE + " says that it is of environment " + maker.get()
                    + "; nothing was changed\n  next: give the tests a database of another name, in"
                    + " config/database.yml, test");
        }
    }

    private JetsException refusal(DatabaseConfig database, String reason) {
        String other = force.map(name -> "; -Djets.force=" + name + " names another database")
                .orElse("");
        return new JetsException(
                "refused: " + reason + other + "; nothing was changed\n  next: if it is the one you mean,"
                        + " and nobody needs what is in it, run it again with -Djets.force=" + database.database());
    }

    /** Whoever else drops the database may be quicker; then it is as one that has no maker, on this machine or not. */
    private static Optional<String> maker(DatabaseConfig database) {
        try {
            return Metadata.of(database).environment();
        } catch (JetsException e) {
            if (isGoneSoon(database)) {
                return Optional.of(GONE);
            }
            throw e;
        }
    }

    private static boolean isGoneSoon(DatabaseConfig database) {
        for (int look = 0; look < LOOKS; look++) {
            if (!DatabaseCreation.exists(database)) {
                return true;
            }
            Pauses.pause();
        }
        return false;
    }

    private static String productions(DatabaseConfig database) {
        return name(database) + ", whose table " + Metadata.TABLE + " says that it is of environment production";
    }

    private static String name(DatabaseConfig database) {
        return "the database '" + database.database() + "' at " + database.host() + ":" + database.port();
    }
}
