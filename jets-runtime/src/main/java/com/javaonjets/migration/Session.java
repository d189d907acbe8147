package com.javaonjets.migration;

import com.javaonjets.JetsException;
import com.javaonjets.connection.DirectDataSource;
import com.javaonjets.connection.SimpleDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One session with the database, lent to Flyway as often as it asks for its first connection: so the lock that the
 * session holds is the very one that Flyway takes there, and the whole run opens one connection.
 *
 * <p>While it is lent, further connections are new ones; Flyway wants those for SQL callbacks. Not thread-safe.
 */
final class Session implements SimpleDataSource, AutoCloseable {

    private static final int VALIDATION_SECONDS = 5;

    private final DataSource source;
    private final Connection connection;
    private final AtomicBoolean lent = new AtomicBoolean();
    private Executor executor = Statement::execute;
    private Shortcuts shortcuts = Shortcuts.NONE;

    private Session(DataSource source, Connection connection) {
        this.source = source;
        this.connection = connection;
    }

    /** @throws JetsException if the database cannot be reached */
    static Session open(DirectDataSource source, Dialect dialect) throws SQLException {
        Session session = new Session(source, connection(source));
        if (!dialect.sessionStart().isEmpty()) {
            session.execute(dialect.sessionStart());
        }
        return session;
    }

    private static Connection connection(DirectDataSource source) {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw new JetsException(String.valueOf(e.getMessage()), e);
        }
    }

    Connection connection() {
        return connection;
    }

    boolean isAlive() {
        try {
            return connection.isValid(VALIDATION_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    DataSource source() {
        return source;
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row, as text; null if it is, or if there is no row. */
    @Nullable
    String value(String query, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    /** Of the driver's class loader, where Flyway looks for the driver's classes when it meets a COPY. */
    @Override
    public Connection getConnection() throws SQLException {
        if (!lent.compareAndSet(false, true)) {
            return source.getConnection();
        }
        return proxy(connection, Connection.class, this::invoke);
    }

    /** The session's connection, whose statements go through the executor. */
    Connection executing() {
        return proxy(connection, Connection.class, (proxy, method, arguments) -> forward(method, arguments));
    }

    /** Lets something else execute what Flyway's scripts consist of. */
    void executeBy(Executor other) {
        executor = other;
    }

    /** Lets these decide on what Flyway prepares. A migration in Java prepares by itself. */
    void take(Shortcuts some) {
        shortcuts = some;
    }

    private static <T> T proxy(T original, Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(original.getClass().getClassLoader(), new Class<?>[] {type}, handler));
    }

    private @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("close")) {
            lent.set(false);
            return null;
        }
        return forward(method, arguments);
    }

    private @Nullable Object forward(Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("prepareStatement") && arguments != null && arguments.length == 1) {
            return prepared((String) arguments[0]);
        }
        Object result = forward(connection, method, arguments);
        if (result instanceof Statement) {
            shortcuts.touched();
        }
        return result instanceof Statement statement && method.getName().equals("createStatement")
                ? proxy(statement, Statement.class, (proxy, called, with) -> execute(statement, called, with))
                : result;
    }

    private Statement prepared(String sql) throws SQLException {
        Optional<String> wanted = shortcuts.instead(sql);
        return wanted.isPresent() ? connection.prepareStatement(wanted.get()) : Nothing.statement();
    }

    private @Nullable Object execute(Statement statement, Method method, Object @Nullable [] arguments)
            throws Throwable {
        return method.getName().equals("execute") && arguments != null && arguments.length == 1
                ? (Object) executor.execute(statement, (String) arguments[0])
                : forward(statement, method, arguments);
    }

    private static @Nullable Object forward(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** What happens when a statement that Flyway has made is to be executed. */
    interface Executor {

        /** Returns what {@link Statement#execute(String)} does. */
        boolean execute(Statement statement, String sql) throws SQLException;
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
