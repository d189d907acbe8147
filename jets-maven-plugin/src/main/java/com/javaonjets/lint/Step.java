package com.javaonjets.lint;

/**
 * One step of a safe way.
 *
 * @param kind where its SQL goes
 * @param when what must have come before it; empty if nothing
 */
record Step(Kind kind, String when, String sql) {

    enum Kind {
        MIGRATION,
        /** Run by hand: what it finds is to be put right. */
        QUERY,
        /** Run by hand, again and again: one migration would hold the locks of all rows until it ends. */
        BATCHES
    }

    static Step migration(String sql) {
        return new Step(Kind.MIGRATION, "", sql);
    }

    static Step migration(String when, String sql) {
        return new Step(Kind.MIGRATION, when, sql);
    }

    static Step batches(String when, String sql) {
        return new Step(Kind.BATCHES, when, sql);
    }

    /** A statement that no other can replace, safe once something is so, which its author confirms. */
    static Step confirmed(String when, String sql) {
        return migration(when, "-- jets:safe " + when + "\n" + sql);
    }

    String title() {
        String where = switch (kind) {
            case MIGRATION -> "a migration of its own";
            case QUERY -> "by hand; put right the rows that it finds";
            case BATCHES -> "by hand, until it changes no row";
        };
        return when.isEmpty() ? where : where + ", once " + when;
    }
}
