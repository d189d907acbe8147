package com.javaonjets.migration;

import com.javaonjets.migration.Script.ScriptStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A script for MySQL or MariaDB, understood as far as it takes to go on with it after an interruption.
 *
 * @param decideOnAutocommit whether the server's autocommit can become other than what it is when the script begins
 * @param lastCommit the index of the last that may commit; -1 for none
 */
record Parts(Script script, List<Part> list, boolean decideOnAutocommit, int lastCommit) {

    private static final Pattern TRANSACTION = Pattern.compile("""
            (?isx) ( begin ( \\s+ work )? \\s* | start \\s+ transaction \\b .* | commit \\b .* | rollback \\b .*
            | savepoint \\b .* | release \\s+ savepoint \\b .* | lock \\s+ tables? \\b .* | unlock \\s+ tables? \\s* )""");

    /** MariaDB's SET STATEMENT runs another statement, and SET PASSWORD and SET DEFAULT ROLE change accounts. */
    private static final Pattern SESSION = Pattern.compile("""
            (?isx) ( set (?! \\s+ (password | statement | default) \\b ) [\\s@] .*
            | (use | show | explain | describe | desc | help | prepare | deallocate | handler) \\b .*
            | drop \\s+ (prepare | temporary) \\b .* | create \\s+ ( or \\s+ replace \\s+ )? temporary \\b .*
            | (select | do) \\b .*
              ( \\b into \\s+ @ | @ [\\w$`.]+ \\s* := | \\b (get_lock | release_lock | release_all_locks) \\b ) .* )""");

    private static final Pattern ROWS = Pattern.compile("""
            (?isx) [(\\s]*
            (insert | update | delete | replace | select | with | values | table | do | load \\s+ (data | xml)) \\b .*""");

    private static final Pattern AUTOCOMMIT = Pattern.compile("(?i)\\bautocommit\\b");

    /** What commits on a temporary table as on any other. */
    private static final Pattern DEFINITION = Pattern.compile("(?is)(alter|create|drop|truncate)\\b.*");

    Parts {
        list = List.copyOf(list);
    }

    static Parts of(Script script, Dialect dialect) {
        TemporaryTables temporary = new TemporaryTables();
        List<Part> parts = new ArrayList<>();
        int ordinal = 1;
        int lastCommit = -1;
        for (ScriptStatement statement : script.statements()) {
            Part part = new Part(ordinal, statement, effect(Part.sql(statement), temporary, dialect));
            parts.add(part);
            ordinal += part.effect().lasts() ? 1 : 0;
            lastCommit = mayCommit(part) ? parts.size() - 1 : lastCommit;
        }
        return new Parts(script, parts, parts.stream().anyMatch(Parts::decidesOnAutocommit), lastCommit);
    }

    private static Effect effect(String sql, TemporaryTables temporary, Dialect dialect) {
        if (temporary.areAllThatChangesBy(sql) || SESSION.matcher(sql).matches()) {
            return Effect.SESSION;
        }
        if (TRANSACTION.matcher(sql).matches()) {
            return Effect.TRANSACTION;
        }
        if (ROWS.matcher(sql).matches()) {
            return Effect.ROWS;
        }
        boolean isBlock = sql.regionMatches(true, 0, "begin", 0, "begin".length());
        return dialect.commits(sql) && !isBlock ? Effect.DEFINITION : Effect.UNKNOWN;
    }

    private static boolean decidesOnAutocommit(Part part) {
        return part.effect() == Effect.UNKNOWN || AUTOCOMMIT.matcher(part.sql()).find();
    }

    private static boolean mayCommit(Part part) {
        return switch (part.effect()) {
            case SESSION -> DEFINITION.matcher(part.sql()).matches();
            case ROWS -> false;
            case TRANSACTION, DEFINITION, UNKNOWN -> true;
        };
    }

    /** What the records call the script: it is the same when it gets another name. */
    String migration() {
        return migration(script.file());
    }

    static String migration(MigrationFile file) {
        String letter = file.name().substring(0, 1);
        return Records.key(letter + file.version().map(Object::toString).orElse("__" + file.description()));
    }

    /** Whether all of it ends in the very transaction in which the history hears of it. */
    boolean endWithTheHistory() {
        return script.inTransaction() && !decideOnAutocommit;
    }

    /** Whether it may be committed before the history hears of the script. */
    boolean mayBeCommittedEarly(int index) {
        return !endWithTheHistory() || index <= lastCommit || list.get(index).effect() != Effect.ROWS;
    }

    /** Whether there is anything that has to be recorded. */
    boolean needRecords() {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).effect().lasts() && mayBeCommittedEarly(i)) {
                return true;
            }
        }
        return false;
    }
}
