package com.javaonjets.connection;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;

/** Apart, since a class is verified as a whole: the type of the failure is not loaded where none is late. */
final class OutOfTime {

    private OutOfTime() {}

    /** The failure of a statement whose answer did not come while its invocation had time. */
    static SQLException failure(Address address, SQLException cause) {
        return new SQLTimeoutException(
                "no answer from " + address + " before the invocation's time was up; whether the statement was done is"
                        + " not known; a longer timeout of the function gives it more",
                cause.getSQLState(),
                cause.getErrorCode(),
                cause);
    }
}
