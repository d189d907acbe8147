package com.javaonjets.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Runs on a real MySQL server, and is reported as skipped, with the reason, where there is none. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfEnvironmentVariable(
        named = TestServers.REAL_MYSQL_URL,
        matches = "jdbc:mysql:.+",
        disabledReason = "NOT RUN: no real MySQL server; set " + TestServers.REAL_MYSQL_URL
                + " to its JDBC URL with user and password")
public @interface RealMysql {}
