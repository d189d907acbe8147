package com.javaonjets.connection;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.DatabaseConfig;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.LoggerFactory;

/**
 * How much a database's server lets itself be told. What it refuses, or a pooler before it, is found out by the first
 * opening and remembered, so that later ones do not pay again. Thread-safe.
 */
final class Acceptance {

    /** What every endpoint of RDS Proxy has in its name. */
    private static final String RDS_PROXY = ".proxy-";

    private boolean said;
    private volatile Extent extent;

    private Acceptance(Optional<Extent> known) {
        extent = known.orElse(Extent.ALL);
        said = known.isPresent();
    }

    static Acceptance of(DatabaseConfig config) {
        return new Acceptance(known(config));
    }

    /** What the configuration gives away, so that no opening has to find it out. */
    private static Optional<Extent> known(DatabaseConfig config) {
        if (isRdsProxy(config.host().toLowerCase(Locale.ROOT))) {
            return Optional.of(Extent.POOLER);
        }
        Optional<String> version = config.serverVersion();
        boolean old = version.isPresent()
                && config.adapter() == Adapter.POSTGRESQL
                && version.get().matches("(9\\.[6-9]|1[0-3])(\\..*)?");
        return old ? Optional.of(Extent.TRANSACTIONS_ALONE) : Optional.empty();
    }

    /** It refuses PostgreSQL's options, and a SET pins its MySQL sessions to one connection. */
    private static boolean isRdsProxy(String host) {
        return host.contains(RDS_PROXY) && host.matches("[^.]+\\.proxy-[^.]+\\.[^.]+\\.rds\\.amazonaws\\.com(\\.cn)?");
    }

    /** {@return what to tell now} */
    Extent extent() {
        return extent;
    }

    /**
     * Takes note of a failure to open a connection.
     *
     * @param told what the server was told then
     * @return whether another attempt would tell less
     */
    synchronized boolean lessens(Extent told, SQLException failure) {
        Extent less = told.after(failure);
        if (extent == told) {
            extent = less;
        }
        return less != told;
    }

    /** Says once what a server has not been told that took a connection without it. */
    void opened(Extent told, Address address) {
        if (told != Extent.ALL && saysFirst()) {
            LoggerFactory.getLogger(Acceptance.class).warn("{} {}", address, told.consequence);
        }
    }

    private synchronized boolean saysFirst() {
        boolean first = !said;
        said = true;
        return first;
    }

    /** From more to less. */
    enum Extent {
        ALL(""),
        TRANSACTIONS_ALONE("does not know idle_session_timeout, as before version 14: it ends open transactions of"
                + " environments that are gone, but keeps their idle connections"),
        NOTHING("does not know the settings that end what environments that are gone have left there"),

        /** Takes what pgjdbc tells in its startup packet, but no options there. */
        POOLER(
                "takes no settings of a session, as a pooler does: idle_limit is left to it, and no statement is prepared"
                        + " on the server"),

        /** Refuses extra_float_digits there too, as PgBouncer does unless it is told to ignore that. */
        STRICT_POOLER(POOLER.consequence);

        /** Wrong value, unknown variable, privilege that lacks: of MySQL and MariaDB, for {@code SET}. */
        private static final Set<Integer> MYSQL_REFUSALS = Set.of(1193, 1227, 1231);

        private final String consequence;

        Extent(String consequence) {
            this.consequence = consequence;
        }

        boolean isPooler() {
            return this == POOLER || this == STRICT_POOLER;
        }

        Limits of(Limits limits) {
            // Before the switch, which is a class of its own to the JVM: a cold start seldom needs it.
            return this == ALL ? limits : less(limits);
        }

        private Limits less(Limits limits) {
            return switch (this) {
                case ALL -> limits;
                case TRANSACTIONS_ALONE -> limits.withoutIdle();
                case NOTHING -> Limits.NONE;
                case POOLER, STRICT_POOLER -> Limits.through(this);
            };
        }

        /** What is left to tell after a failure to open a connection; the same where the failure is not about that. */
        Extent after(SQLException failure) {
            String state = failure.getSQLState() == null ? "" : failure.getSQLState();
            String words = String.valueOf(failure.getMessage());
            Extent less = switch (state) {
                // PgBouncer: "unsupported startup parameter: options", or "... in options: idle_session_timeout".
                case "08P01" -> words.contains("unsupported startup parameter") ? pooler(words) : this;
                // RDS Proxy: "RDS Proxy currently doesn't support command-line options".
                case "0A000" -> words.contains("RDS Proxy") ? POOLER : this;
                case "42704" -> withoutUnknown(words);
                default -> MYSQL_REFUSALS.contains(failure.getErrorCode()) ? NOTHING : this;
            };
            return less.compareTo(this) > 0 ? less : this;
        }

        /** It names the first that it does not take; what takes neither names this one, which pgjdbc tells before. */
        private static Extent pooler(String words) {
            return words.contains("extra_float_digits") ? STRICT_POOLER : POOLER;
        }

        /** Servers speak many languages, and quote the name in all of them. */
        private Extent withoutUnknown(String words) {
            if (words.contains(PostgresqlProfile.IDLE)) {
                return TRANSACTIONS_ALONE;
            }
            return words.contains(PostgresqlProfile.IDLE_IN_TRANSACTION) ? NOTHING : this;
        }
    }
}
