package com.javaonjets.connection;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.config.Environment;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Puts a failed attempt to connect in a sentence: the address, what the server or the network said, the next step. */
final class ConnectFailure extends SQLException {

    private static final long serialVersionUID = 1L;

    private ConnectFailure(Target target, SQLException cause) {
        super(
                sentence(target, cause),
                cause.getSQLState(),
                cause.getErrorCode(),
                quotesSecrets(cause, target) ? null : cause);
    }

    /** A method, so that who may throw it need not load it. */
    static SQLException of(Target target, SQLException cause) {
        return new ConnectFailure(target, cause);
    }

    private static String sentence(Target target, SQLException cause) {
        if (quotesSecrets(cause, target)) {
            return "cannot connect to " + target + ": the driver cannot read the url of environment "
                    + target.config().environment() + "; expected jdbc:"
                    + target.config().adapter() + "://HOST:PORT/DATABASE";
        }
        TlsFailure tls = TlsFailure.of(cause, target.config());
        if (tls != null) {
            return "cannot connect to " + target + ": " + tls.words(cause, target.config());
        }
        return "cannot connect to " + target + ": " + words(cause, target) + "; "
                + Kind.of(cause).nextStep(target.config());
    }

    private static String words(SQLException cause, Target target) {
        IOException network = network(cause);
        if (network instanceof UnknownHostException) {
            return "unknown host";
        }
        if (network instanceof InterruptedIOException) {
            return "no answer within " + target.config().connectTimeout().toMillis() + " ms";
        }
        return firstLine(network == null ? cause : network);
    }

    /** Drivers quote a URL that they cannot read, with the password that may stand in it. */
    private static boolean quotesSecrets(SQLException failure, Target target) {
        if (target.config().jdbcUrl().isEmpty()) {
            return false;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains(target.url())
                    || target.config().password().filter(message::contains).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static String firstLine(Exception cause) {
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().map(ConnectFailure::withoutStop).orElse("");
    }

    private static String withoutStop(String line) {
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    private static @Nullable IOException network(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException network && !(cause.getCause() instanceof IOException)) {
                return network;
            }
        }
        return null;
    }

    private enum Kind {
        REFUSED_LOGIN,
        UNKNOWN_DATABASE,
        OTHER;

        private static final int MYSQL_ACCESS_DENIED_TO_DATABASE = 1044;
        private static final int MYSQL_UNKNOWN_DATABASE = 1049;

        static Kind of(SQLException failure) {
            String state = failure.getSQLState() == null ? "" : failure.getSQLState();
            if (state.equals("3D000") || failure.getErrorCode() == MYSQL_UNKNOWN_DATABASE) {
                return UNKNOWN_DATABASE;
            }
            return state.startsWith("28")
                            || failure.getErrorCode() == MYSQL_ACCESS_DENIED_TO_DATABASE
                            || lacksPassword(failure)
                    ? REFUSED_LOGIN
                    : OTHER;
        }

        /** None, or an empty one: the PostgreSQL driver's own finding, which has the state of a lost connection. */
        private static boolean lacksPassword(SQLException failure) {
            return String.valueOf(failure.getMessage()).contains("-based authentication, but ");
        }

        String nextStep(DatabaseConfig config) {
            return switch (this) {
                case REFUSED_LOGIN ->
                    "check username and password of environment " + config.environment()
                            + ", in config/database.yml or, if it is set, DATABASE_URL";
                case UNKNOWN_DATABASE ->
                    "create it by mvn jets:db-create"
                            + (config.environment().equals(Environment.DEVELOPMENT)
                                    ? ""
                                    : " -Djets.env=" + config.environment());
                case OTHER -> "check that the server runs there and lets this machine in";
            };
        }
    }
}
