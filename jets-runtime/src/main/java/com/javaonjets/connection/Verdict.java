package com.javaonjets.connection;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/** Says where HikariCP errs about which errors end a connection. */
final class Verdict implements SQLExceptionOverride {

    /** A driver's answer to a call that it does not support; HikariCP takes it for a death. */
    private static final String FEATURE_NOT_SUPPORTED = "0A000";

    // The interface has a type of the annotation's simple name.
    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return FEATURE_NOT_SUPPORTED.equals(failure.getSQLState()) ? Override.DO_NOT_EVICT : Override.CONTINUE_EVICT;
    }
}
