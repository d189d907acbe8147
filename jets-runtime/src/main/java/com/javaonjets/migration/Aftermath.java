package com.javaonjets.migration;

import com.javaonjets.migration.FlywayScripts.FailedStatement;
import com.javaonjets.migration.Script.ScriptStatement;
import java.util.List;

/**
 * What a script that failed has left in the database.
 *
 * @param kept how many of its first statements stand
 * @param undone how many after those had run, and were rolled back
 */
record Aftermath(int kept, int undone) {

    /** The connection was lost, so the statement may have come to its end or not. */
    static final Aftermath UNKNOWN = new Aftermath(-1, 0);

    private static final int MYSQL_SYNTAX_ERROR = 1064;

    static Aftermath of(Script script, FailedStatement failed, Dialect dialect) {
        int done = position(script, failed);
        int kept = script.inTransaction() ? committed(script.statements().subList(0, done), failed, dialect) : done;
        return new Aftermath(kept, done - kept);
    }

    /** Where every statement ran, and the commit after them failed. */
    static Aftermath ofCommit(Script script, Dialect dialect) {
        int done = script.statements().size();
        int kept = script.inTransaction() ? committed(script.statements(), dialect) : done;
        return new Aftermath(kept, done - kept);
    }

    /** What ran before the first statement that matches, since statements may share a line. */
    private static int position(Script script, FailedStatement failed) {
        List<ScriptStatement> statements = script.statements();
        for (int i = 0; i < statements.size(); i++) {
            ScriptStatement statement = statements.get(i);
            if (statement.line() == failed.line() && statement.sql().equals(failed.sql())) {
                return i;
            }
        }
        throw new IllegalStateException(
                "no statement of line " + failed.line() + " in " + script.file().path());
    }

    /** MySQL commits before it runs DDL, once it has parsed it: so also when the DDL fails then. */
    private static int committed(List<ScriptStatement> done, FailedStatement failed, Dialect dialect) {
        if (!dialect.rollsBackDdl()
                && dialect.commits(failed.sql())
                && failed.server().getErrorCode() != MYSQL_SYNTAX_ERROR) {
            return done.size();
        }
        return committed(done, dialect);
    }

    private static int committed(List<ScriptStatement> done, Dialect dialect) {
        int committed = done.size();
        while (committed > 0 && !dialect.commits(done.get(committed - 1).sql())) {
            committed--;
        }
        return committed;
    }

    /** As the answer to "kept:". */
    String sentence(Script script, Dialect dialect) {
        if (equals(UNKNOWN)) {
            return "unknown, since the connection was lost";
        }
        if (kept == 0) {
            return "nothing of it" + (undone == 0 ? "" : "; what it had done was rolled back");
        }
        ScriptStatement last = script.statements().get(kept - 1);
        return (kept == 1
                        ? "its first statement, at line "
                        : "its first " + kept + " statements, up to the one at line ")
                + last.line()
                + reason(script, dialect)
                + (undone == 0 ? "" : "; what it had done after that was rolled back");
    }

    private static String reason(Script script, Dialect dialect) {
        if (!script.inTransaction()) {
            return ", since they run outside a transaction";
        }
        return dialect.rollsBackDdl()
                ? ", since the file commits there itself"
                : ", since this database commits whenever a table's definition changes";
    }
}
