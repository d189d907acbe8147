package com.javaonjets.migration;

import com.javaonjets.migration.Script.ScriptStatement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A statement of a script with what it does.
 *
 * @param ordinal among the script's statements that last, from 1; that of the next such for one that does not last, so
 *     that statements for the session alone may be put in and taken out between two runs
 */
record Part(int ordinal, ScriptStatement statement, Effect effect) {

    int line() {
        return statement.line();
    }

    /** Without the comments before it, and blind to how lines end. */
    String sql() {
        return sql(statement);
    }

    static String sql(ScriptStatement statement) {
        return Comments.skipped(statement.sql()).strip().replace("\r\n", "\n");
    }

    String hash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(sql().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
