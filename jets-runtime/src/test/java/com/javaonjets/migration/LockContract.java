package com.javaonjets.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.javaonjets.JetsException;
import com.javaonjets.connection.DirectDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.junit.jupiter.api.Test;

interface LockContract {

    int THREADS = 10;

    MigrationProject project();

    @Test
    default void letsOneRunAndFindsNothingToDoInTheOthers() throws Exception {
        for (int version = 1; version <= 10; version++) {
            project().withTable(Integer.toString(version), "t" + version);
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch start = new CountDownLatch(THREADS);
            Callable<List<Migration>> run = () -> {
                start.countDown();
                start.await();
                return new Listening().migrator(project()).migrate();
            };
            List<Integer> counts = new ArrayList<>();
            for (Future<List<Migration>> applied : threads.invokeAll(Collections.nCopies(THREADS, run))) {
                counts.add(applied.get().size());
            }
            assertThat(counts).hasSize(THREADS).containsOnly(10, 0).containsOnlyOnce(10);
        } finally {
            threads.shutdown();
        }
        assertThat(project().versions()).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    default void saysWhoHoldsTheLockWhenItsPatienceEnds() {
        project().withTable("1", "a").migrator().migrate();
        project().withTable("2", "b");
        Migrator impatient = project().migrator().withPatience(Duration.ZERO);
        List<Throwable> met = new ArrayList<>();
        new Listening()
                .onStart(() -> {
                    met.add(catchThrowable(impatient::migrate));
                    met.add(catchThrowable(() -> impatient.rollback(1)));
                    met.add(catchThrowable(() -> impatient.baseline("1")));
                    met.add(catchThrowable(impatient::repair));
                })
                .migrator(project())
                .migrate();
        assertThat(met)
                .hasSize(4)
                .allSatisfy(refusal -> assertThat(refusal)
                        .isInstanceOf(JetsException.class)
                        .hasMessageMatching(
                                "the migrations of this database are locked by (process|connection) \\d+ of user app"
                                        + " from (127\\.0\\.0\\.1|localhost).*, for more than 0 s;"
                                        + " wait until its run has ended, or end that session, and run again"));
        assertThat(project().versions()).containsExactly("1", "2");
    }

    /** The lock is Flyway's own: an application that migrates with Flyway when it starts is waited for. */
    @Test
    default void waitsForFlywayItself() {
        project().withTable("1", "a");
        List<Throwable> met = new ArrayList<>();
        Flyway.configure()
                .loggers(FlywayLog.class.getName())
                .dataSource(DirectDataSource.of(project().config()))
                .locations("filesystem:" + project().folder())
                .callbacks(new BaseCallback() {
                    @Override
                    public boolean supports(Event event, Context context) {
                        return event == Event.BEFORE_EACH_MIGRATE;
                    }

                    @Override
                    public void handle(Event event, Context context) {
                        met.add(catchThrowable(() ->
                                project().migrator().withPatience(Duration.ZERO).migrate()));
                    }
                })
                .load()
                .migrate();
        assertThat(met).hasSize(1);
        assertThat(met.get(0)).hasMessageStartingWith("the migrations of this database are locked by ");
        assertThat(project().migrator().migrate()).isEmpty();
    }

    @Test
    default void givesTheLockBackAfterAFailure() {
        project().with("V1__x.sql", "nonsense;");
        Migrator impatient = project().migrator().withPatience(Duration.ZERO);
        assertThatThrownBy(impatient::migrate).hasMessageStartingWith("V1__x.sql failed");
        assertThatThrownBy(impatient::migrate).hasMessageStartingWith("V1__x.sql failed");
    }

    @Test
    default void tellsTheListenerThatItWaits() throws Exception {
        project().withTable("1", "a");
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            CountDownLatch waiting = new CountDownLatch(1);
            List<Future<List<Migration>>> second = new ArrayList<>();
            new Listening()
                    .onStart(() -> {
                        second.add(thread.submit(() -> new Listening()
                                .onWait(waiting::countDown)
                                .migrator(project())
                                .migrate()));
                        Listening.await(waiting);
                    })
                    .migrator(project())
                    .migrate();
            assertThat(second.get(0).get()).isEmpty();
        } finally {
            thread.shutdown();
        }
    }
}
