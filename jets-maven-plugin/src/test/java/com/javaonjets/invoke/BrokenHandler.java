package com.javaonjets.invoke;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/** Fails while its class initialises. */
public final class BrokenHandler implements RequestHandler<String, String> {

    private static final String NAME = name();

    private static String name() {
        throw new IllegalStateException("nothing to start with");
    }

    @Override
    public String handleRequest(String event, Context context) {
        return NAME;
    }
}
