package com.javaonjets.invoke;

import com.amazonaws.services.lambda.runtime.api.client.EventHandlerLoader;
import com.amazonaws.services.lambda.runtime.api.client.HandlerInfo;
import com.amazonaws.services.lambda.runtime.api.client.LambdaRequestHandler;
import com.amazonaws.services.lambda.runtime.api.client.UserFault;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.dto.InvocationRequest;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Invokes a handler several times in this JVM, through the code that invokes it on Lambda, so that it is loaded,
 * initialised and given its event as there.
 */
public final class LocalInvocation {

    private static final Set<String> UNREADABLE =
            Set.of("JsonParseException", "JsonEOFException", "MismatchedInputException", "InvalidFormatException");

    private final String handler;
    private final byte[] event;
    private final Duration timeout;
    private final Console console;

    private LocalInvocation(String handler, byte[] event, Duration timeout, Console console) {
        this.handler = handler;
        this.event = event;
        this.timeout = timeout;
        this.console = console;
    }

    /**
     * Prints each answer on a line of its own; exits with 1 if the handler cannot be loaded or throws.
     *
     * @param arguments the handler, as {@code package.Class} or {@code package.Class::method}; how many times to invoke
     *     it; the timeout of an invocation in seconds, which the handler finds in its context. The event is read from
     *     standard input, in JSON.
     */
    public static void main(String[] arguments) throws IOException {
        Console console = new Console(System.out);
        System.setOut(new PrintStream(console, true, StandardCharsets.UTF_8));
        LocalInvocation invocation = new LocalInvocation(
                arguments[0], System.in.readAllBytes(), Duration.ofSeconds(Long.parseLong(arguments[2])), console);
        // A handler may leave threads behind, which Lambda freezes and which would keep this JVM alive.
        System.exit(invocation.run(Integer.parseInt(arguments[1])) ? 0 : 1);
    }

    private boolean run(int times) {
        LambdaRequestHandler loaded;
        try {
            loaded = EventHandlerLoader.loadEventHandler(
                    HandlerInfo.fromString(handler, LocalInvocation.class.getClassLoader()));
        } catch (HandlerInfo.InvalidHandlerException | ClassNotFoundException e) {
            return failed("no class for handler '" + handler + "' on the class path; expected package.Class or"
                    + " package.Class::method of a class that is compiled");
        } catch (LinkageError | RuntimeException e) {
            return failed("handler '" + handler + "' failed to initialise:", UserFault.makeUserFault(e));
        }
        for (int i = 1; i <= times; i++) {
            if (!invoke(loaded, i)) {
                return false;
            }
        }
        return true;
    }

    private boolean invoke(LambdaRequestHandler loaded, int number) {
        long start = System.nanoTime();
        try {
            String answer = loaded.call(request()).toString(StandardCharsets.UTF_8);
            console.line("#" + number + "  " + (answer.isEmpty() ? "(no answer)" : answer) + "  " + since(start));
            return true;
        } catch (UserFault fault) {
            return failed("handler '" + handler + "' cannot be invoked:", fault);
        } catch (Exception | Error e) {
            Optional<String> unreadable = unreadable(e);
            if (unreadable.isPresent()) {
                return failed("handler '" + handler + "' cannot be given the event: " + unreadable.get()
                        + "; expected JSON of what the handler takes, by -Djets.event");
            }
            // A handler may throw anything, and Lambda reports anything.
            return failed(
                    "#" + number + "  handler '" + handler + "' threw  " + since(start), UserFault.makeUserFault(e));
        }
    }

    /** What Lambda's own parser, which is no handler's, found wrong with the event; empty if it is another failure. */
    private static Optional<String> unreadable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Class<?> type = cause.getClass();
            if (type.getName().startsWith("com.amazonaws.lambda.thirdparty.")
                    && UNREADABLE.contains(type.getSimpleName())) {
                return Optional.of(
                        String.valueOf(cause.getMessage()).lines().findFirst().orElse(type.getSimpleName()));
            }
        }
        return Optional.empty();
    }

    private InvocationRequest request() {
        InvocationRequest request = new InvocationRequest();
        request.setId(UUID.randomUUID().toString());
        request.setInvokedFunctionArn("arn:aws:lambda:local:000000000000:function:"
                + System.getenv().getOrDefault("AWS_LAMBDA_FUNCTION_NAME", "local"));
        request.setDeadlineTimeInMs(System.currentTimeMillis() + timeout.toMillis());
        request.setContent(event);
        return request;
    }

    private static String since(long start) {
        return "(" + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) + " ms)";
    }

    private boolean failed(String sentence, UserFault fault) {
        return failed(
                sentence + System.lineSeparator() + (fault.trace == null ? fault.msg : fault.trace.stripTrailing()));
    }

    private boolean failed(String sentence) {
        console.line(sentence);
        return false;
    }
}
