package com.javaonjets.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A borrow and a return with nothing in between. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class BorrowBenchmark {

    /** Of a server on this machine. */
    @Param("")
    public String jdbcUrl = "";

    /** Its user. */
    @Param("")
    public String user = "";

    /** The user's password. */
    @Param("")
    public String password = "";

    private @Nullable Peers peers;

    /** Opens both. */
    @Setup
    public void open() {
        peers = Peers.open(jdbcUrl, user, password);
    }

    /** Closes both. */
    @TearDown
    public void close() {
        peers().close();
    }

    /**
     * Borrows from Jets and returns.
     *
     * @throws SQLException if it fails
     */
    @Benchmark
    public Connection jets() throws SQLException {
        return borrowed(peers().jets());
    }

    /**
     * Borrows from HikariCP and returns.
     *
     * @throws SQLException if it fails
     */
    @Benchmark
    public Connection hikariCp() throws SQLException {
        return borrowed(peers().hikariCp());
    }

    private Peers peers() {
        return Objects.requireNonNull(peers);
    }

    private static Connection borrowed(Connection connection) throws SQLException {
        connection.close();
        return connection;
    }
}
