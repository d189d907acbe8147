package com.javaonjets.migration;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.jspecify.annotations.Nullable;

/** A statement that does nothing and finds nothing, at no round trip. */
final class Nothing {

    private Nothing() {}

    static PreparedStatement statement() {
        return proxy(PreparedStatement.class);
    }

    private static <T> T proxy(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                Nothing.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer(method)));
    }

    private static @Nullable Object answer(Method method) {
        Class<?> type = method.getReturnType();
        if (type == ResultSet.class) {
            return proxy(ResultSet.class);
        }
        if (type == boolean.class) {
            return false;
        }
        return type == int.class ? 0 : null;
    }
}
