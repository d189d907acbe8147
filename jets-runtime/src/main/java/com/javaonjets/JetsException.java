package com.javaonjets;

/**
 * Something the user can put right: bad configuration, a migration that failed, a database out of reach.
 *
 * <p>The message says what was found, what was expected, where, and the next step. It never holds a secret.
 */
public final class JetsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JetsException(String message) {
        super(message);
    }

    public JetsException(String message, Throwable cause) {
        super(message, cause);
    }
}
