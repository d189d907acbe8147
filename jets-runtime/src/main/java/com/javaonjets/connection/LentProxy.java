package com.javaonjets.connection;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What a driver makes that belongs to a borrow, by a dynamic proxy: calls of procedures and what is known of the database.
 * Both are rare, so that only they pay for it.
 */
final class LentProxy implements InvocationHandler {

    private final LentConnection lent;
    private final Object target;

    private LentProxy(LentConnection lent, Object target) {
        this.lent = lent;
        this.target = target;
    }

    static <T> T of(LentConnection lent, Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                LentProxy.class.getClassLoader(), new Class<?>[] {type}, new LentProxy(lent, target)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "getConnection" -> lent;
            case "unwrap" -> {
                lent.handedOut();
                yield invoke(method, arguments);
            }
            case "close" -> closed(method, arguments);
            case "cancel" -> {
                lent.cancel((Statement) target);
                yield null;
            }
            case "isClosed", "equals", "hashCode", "toString" -> invoke(method, arguments);
            default -> called(method, arguments);
        };
    }

    private @Nullable Object closed(Method method, Object @Nullable [] arguments) throws Throwable {
        return lent.forget((Statement) target) ? invoke(method, arguments) : null;
    }

    private @Nullable Object called(Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().startsWith("execute")) {
            lent.beforeStatement("");
        } else {
            lent.begin();
        }
        try {
            return invoke(method, arguments);
        } finally {
            lent.afterStatement();
        }
    }

    private @Nullable Object invoke(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw lent.noticed(failure);
            }
            lent.broken();
            throw e.getCause();
        }
    }
}
