package com.javaonjets.console;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.connection.DirectDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Runs what is typed on one connection, and prints what comes of it. */
final class Dialogue implements AutoCloseable {

    private static final int VALIDATION_SECONDS = 10;
    private static final int STATEMENT_LENGTH = 200;

    private static final String HELP = """
            Statements run when they end in a semicolon, over several lines if need be.
            Ctrl-C drops what is typed, or stops the statement that runs.
            Ctrl-D, \\q, quit or exit ends the prompt.""";

    private final DirectDataSource source;
    private final Talk talk;
    private final SqlText text;
    private Connection connection;
    private boolean failed;
    private boolean endsAtError;

    private Dialogue(DirectDataSource source, Talk talk, SqlText text, Connection connection) {
        this.source = source;
        this.talk = talk;
        this.text = text;
        this.connection = connection;
    }

    /** @throws JetsException if the database cannot be reached */
    static Dialogue open(DatabaseConfig database, Talk talk, SqlText text) {
        DirectDataSource source = DirectDataSource.of(database);
        try {
            return new Dialogue(source, talk, text, source.getConnection());
        } catch (SQLException e) {
            throw new JetsException(String.valueOf(e.getMessage()), e);
        }
    }

    /** For a person, who sees an error and goes on. */
    void run() {
        boolean open = true;
        while (open) {
            open = talk.next().map(this::answer).orElse(false);
        }
    }

    /**
     * For what nobody types: what follows an error may rely on what failed.
     *
     * @throws JetsException if a statement fails
     */
    void runScript() {
        endsAtError = true;
        run();
    }

    /** Whether the talk goes on. */
    private boolean answer(String typed) {
        if (Command.of(typed).isPresent()) {
            return answer(Command.of(typed).get(), typed.strip());
        }
        if (!text.changeDelimiter(typed)) {
            SqlText.Split split = text.split(typed);
            split.statements().forEach(this::answerStatement);
            if (!text.isBlank(split.rest())) {
                answerStatement(split.rest().strip());
            }
        }
        return true;
    }

    private boolean answer(Command command, String typed) {
        switch (command) {
            case QUIT -> {
                return false;
            }
            case HELP -> HELP.lines().forEach(talk::print);
            case UNKNOWN -> refuse(typed);
        }
        return true;
    }

    private void refuse(String command) {
        String reason = "no such command; there are \\? and \\q, and SQL";
        if (endsAtError) {
            throw new JetsException(command + ": " + reason + "; nothing after it was run");
        }
        talk.print(reason);
    }

    private void answerStatement(String sql) {
        try {
            reconnect();
            try (Statement statement = connection.createStatement()) {
                talk.interruptible(() -> cancel(statement), () -> execute(statement, sql));
            }
        } catch (SQLException e) {
            answerError(sql, e);
        }
    }

    /** Not every driver marks a connection as closed that the server has ended. */
    private void reconnect() throws SQLException {
        if (failed && !connection.isValid(VALIDATION_SECONDS)) {
            connection.close();
            connection = source.getConnection();
            talk.print("connected anew; what the lost session had set or begun is gone");
        }
        failed = false;
    }

    private void execute(Statement statement, String sql) {
        try {
            boolean hasRows = statement.execute(sql);
            printWarnings(statement.getWarnings());
            while (hasRows || statement.getUpdateCount() >= 0) {
                printResult(statement, hasRows);
                hasRows = statement.getMoreResults();
            }
        } catch (SQLException e) {
            answerError(sql, e);
        }
    }

    private void printResult(Statement statement, boolean hasRows) throws SQLException {
        if (!hasRows) {
            talk.print("ok (" + ResultTable.counted(statement.getLargeUpdateCount()) + ")");
            return;
        }
        try (ResultSet rows = statement.getResultSet()) {
            ResultTable.print(rows, talk::print);
        }
    }

    private void printWarnings(@Nullable SQLWarning first) {
        for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
            talk.print(String.valueOf(warning.getMessage()));
        }
    }

    private void answerError(String sql, SQLException failure) {
        if (endsAtError) {
            throw new JetsException(
                    error(failure) + "\n  statement: " + shortened(sql)
                            + "\n  next: correct it; nothing after it was run",
                    failure);
        }
        printError(failure);
    }

    private void printError(SQLException failure) {
        failed = true;
        error(failure).lines().forEach(talk::print);
    }

    private static String error(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.startsWith("ERROR") || message.startsWith("FATAL") ? message : "ERROR: " + message;
    }

    private static String shortened(String sql) {
        String line = sql.replaceAll("\\s+", " ");
        return line.length() <= STATEMENT_LENGTH ? line : line.substring(0, STATEMENT_LENGTH) + "...";
    }

    private void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            printError(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // The server has ended it already.
        }
    }
}
