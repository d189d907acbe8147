package com.javaonjets.connection;

/**
 * What happened to one database's connections since the execution environment began.
 *
 * @param opened connections that were opened
 * @param reused borrows that were given a connection which was open before
 * @param foundDead connections that had died while no one used them, and were replaced before a borrower saw it
 * @param waited borrows that had to wait: for a connection to be returned, or for a server that was full or starting
 * @param refused borrows that failed
 * @param takenBack connections that an invocation had not returned when it ended
 */
public record Statistics(long opened, long reused, long foundDead, long waited, long refused, long takenBack) {

    /** Nothing yet. */
    public static final Statistics NONE = new Statistics(0, 0, 0, 0, 0, 0);

    /** {@return the sums of both} */
    public Statistics plus(Statistics other) {
        return new Statistics(
                opened + other.opened,
                reused + other.reused,
                foundDead + other.foundDead,
                waited + other.waited,
                refused + other.refused,
                takenBack + other.takenBack);
    }

    /** {@return what happened since an earlier look} */
    public Statistics since(Statistics earlier) {
        return new Statistics(
                opened - earlier.opened,
                reused - earlier.reused,
                foundDead - earlier.foundDead,
                waited - earlier.waited,
                refused - earlier.refused,
                takenBack - earlier.takenBack);
    }
}
