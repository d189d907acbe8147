package com.javaonjets.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Plays Lambda's Runtime API for the process of one function: gives it events one by one, and takes it through a snapshot,
 * which is no more than that the process waits for an answer meanwhile.
 */
public final class RuntimeApi implements AutoCloseable {

    private static final String RUNTIME = "/2018-06-01/runtime/";
    /** After which a wait looks whether the function has ended. */
    private static final long LOOK = 100;

    private static final int OK = 200;
    private static final int ACCEPTED = 202;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CountDownLatch restored = new CountDownLatch(1);
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    public RuntimeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(RUNTIME, this::handle);
        server.start();
    }

    /** {@return what the function finds in AWS_LAMBDA_RUNTIME_API} */
    public String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns when the function is ready for its snapshot, or has ended: whether it is ready. */
    public boolean awaitSnapshot(Process function) throws InterruptedException {
        boolean isReady = false;
        while (!isReady && function.isAlive()) {
            isReady = ready.await(LOOK, TimeUnit.MILLISECONDS);
        }
        return isReady;
    }

    /** Lets the function go on, as if it had been restored. */
    public void restore() {
        restored.countDown();
    }

    /** {@return what the function answers to an event, in JSON both; an error as the function reports it} */
    public String invoke(String event) throws InterruptedException {
        events.add(event);
        return answers.take();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String what = exchange.getRequestURI().getPath().substring(RUNTIME.length());
            if (what.equals("restore/next")) {
                ready.countDown();
                restored.await();
                answer(exchange, OK, "");
            } else if (what.equals("invocation/next")) {
                answer(exchange, OK, events.take());
            } else {
                answers.add(body);
                answer(exchange, ACCEPTED, "");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The runtime client needs the headers: without some of them it crashes. */
    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", "request");
        exchange.getResponseHeaders().add("Lambda-Runtime-Trace-Id", "trace");
        exchange.getResponseHeaders().add("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:function");
        exchange.getResponseHeaders()
                .add("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 900_000));
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
