package com.javaonjets.connection;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A call of a procedure that belongs to a borrow. Calls are rare, so that only they pay for a dynamic proxy. */
final class LentCall implements InvocationHandler {

    private final LentConnection lent;
    private final CallableStatement call;

    private LentCall(LentConnection lent, CallableStatement call) {
        this.lent = lent;
        this.call = call;
    }

    static CallableStatement of(LentConnection lent, CallableStatement call) {
        return (CallableStatement) Proxy.newProxyInstance(
                LentCall.class.getClassLoader(), new Class<?>[] {CallableStatement.class}, new LentCall(lent, call));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        String name = method.getName();
        if (name.equals("getConnection")) {
            return lent;
        }
        if (!name.startsWith("execute")) {
            return invoke(method, arguments);
        }
        lent.beforeStatement();
        try {
            return invoke(method, arguments);
        } finally {
            lent.afterStatement();
        }
    }

    private @Nullable Object invoke(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(call, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof SQLException failure ? lent.noticed(failure) : e.getCause();
        }
    }
}
