package com.javaonjets.connection;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells errors after which a connection must not be lent again from those that concern one statement. */
final class Retirement {

    /**
     * PostgreSQL: the server ends the session (57P01 by an administrator, 57P02 after a crash, 57P03 while it starts or
     * stops, 57P05 and 25P03 after idleness, the latter in a transaction), or the node only reads since another took its
     * place (25006).
     */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "57P05", "25P03", "25006");

    /**
     * MySQL and MariaDB: shutdown (1053), aborted or broken line (1152, 1158 to 1161), killed (1927, 3169), gone or lost
     * (2006, 2013), idle for too long (4031); and a node that only reads (1290, 1836).
     */
    private static final Set<Integer> CODES =
            Set.of(1053, 1152, 1158, 1159, 1160, 1161, 1290, 1836, 1927, 2006, 2013, 3169, 4031);

    private Retirement() {}

    static boolean follows(SQLException failure) {
        for (SQLException one = failure; one != null; one = next(one)) {
            String state = one.getSQLState();
            if ((state != null && (state.startsWith("08") || STATES.contains(state)))
                    || CODES.contains(one.getErrorCode())) {
                return true;
            }
        }
        return false;
    }

    /** A batch tells its reason as the next exception, or as its cause. */
    private static @Nullable SQLException next(SQLException failure) {
        SQLException next = failure.getNextException();
        if (next != null) {
            return next;
        }
        return failure.getCause() instanceof SQLException cause ? cause : null;
    }
}
