package com.javaonjets.invoke;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Leaves a thread behind, as a pool does. */
public final class UpperCaseHandler implements RequestStreamHandler {

    private static final Object NEVER = new Object();

    static {
        new Thread(UpperCaseHandler::waitForEver).start();
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        String event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
        output.write(event.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    private static void waitForEver() {
        synchronized (NEVER) {
            while (true) {
                try {
                    NEVER.wait();
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }
}
