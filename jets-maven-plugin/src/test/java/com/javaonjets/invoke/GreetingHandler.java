package com.javaonjets.invoke;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts in a static field, as only invocations of one execution environment can. */
public final class GreetingHandler implements RequestHandler<Map<String, String>, Map<String, Object>> {

    private static final AtomicInteger INVOCATIONS = new AtomicInteger();

    @Override
    public Map<String, Object> handleRequest(Map<String, String> event, Context context) {
        return new TreeMap<>(
                Map.of("greeting", "Hello, " + event.get("name"), "invocation", INVOCATIONS.incrementAndGet()));
    }

    /** Invoked by its name. */
    public Map<String, Object> surroundings(Map<String, String> event, Context context) {
        context.getLogger().log("a message without an end");
        return new TreeMap<>(Map.of(
                "event",
                event,
                "function",
                context.getFunctionName(),
                "seconds",
                Math.ceil(context.getRemainingTimeInMillis() / 1000.0),
                "jets_env",
                System.getenv("JETS_ENV"),
                "zone",
                TimeZone.getDefault().getID()));
    }

    /** Fails the second time. */
    public String failing(String event) {
        System.out.println("working on " + event);
        if (INVOCATIONS.incrementAndGet() == 2) {
            throw new IllegalArgumentException("no second helping");
        }
        return "served";
    }
}
