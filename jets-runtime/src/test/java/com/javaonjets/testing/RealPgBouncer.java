package com.javaonjets.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** Runs behind a real PgBouncer, and is reported as skipped, with the reason, where none is installed. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
        value = "com.javaonjets.testing.PgBouncer#isInstalled",
        disabledReason = "NOT RUN: no PgBouncer; install the package pgbouncer")
public @interface RealPgBouncer {}
