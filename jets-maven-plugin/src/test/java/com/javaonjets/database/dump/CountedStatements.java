package com.javaonjets.database.dump;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what is sent to the server. */
final class CountedStatements {

    private final AtomicInteger count = new AtomicInteger();

    int count() {
        return count.get();
    }

    Connection on(Connection connection) {
        return counting(Connection.class, connection);
    }

    private <T> T counting(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("execute")) {
                        count.incrementAndGet();
                    }
                    try {
                        Object answer = method.invoke(target, arguments);
                        return answer instanceof Statement statement ? counting(Statement.class, statement) : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
