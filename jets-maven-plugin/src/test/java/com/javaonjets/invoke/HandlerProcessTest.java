package com.javaonjets.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HandlerProcessTest {

    @TempDir
    private Path folder;

    private final List<String> lines = new ArrayList<>();

    @Test
    void answersEachInvocationOnALineOfItsOwnFromOneJvm() throws InterruptedException {
        int exitCode = invoke(GreetingHandler.class.getName(), "{\"name\": \"Zoë\"}", 2);

        assertThat(output()).isEqualTo("""
                        #1  {"greeting":"Hello, Zoë","invocation":1}  (N ms)
                        #2  {"greeting":"Hello, Zoë","invocation":2}  (N ms)
                        """);
        assertThat(exitCode).isZero();
    }

    @Test
    void givesTheHandlerWhatLambdaGivesIt() throws InterruptedException {
        int exitCode = invoke(GreetingHandler.class.getName() + "::surroundings", " ", 1);

        assertThat(output()).isEqualTo("""
                        a message without an end
                        #1  {"event":{},"function":"greeter","jets_env":"test","seconds":30.0,"zone":"UTC"}  (N ms)
                        """);
        assertThat(exitCode).isZero();
    }

    @Test
    void takesHandlersOfStreams() throws InterruptedException {
        int exitCode = invoke(UpperCaseHandler.class.getName(), "\"straße\"", 1);

        assertThat(output()).isEqualTo("""
                        #1  "STRASSE"  (N ms)
                        """);
        assertThat(exitCode).isZero();
    }

    @Test
    void saysThatAStreamHadNoAnswer() throws InterruptedException {
        invoke(SilentHandler.class.getName(), "{}", 1);

        assertThat(output()).isEqualTo("""
                        #1  (no answer)  (N ms)
                        """);
    }

    @Test
    void stopsAtAnInvocationThatThrows() throws InterruptedException {
        int exitCode = invoke(GreetingHandler.class.getName() + "::failing", "\"soup\"", 3);

        assertThat(output()).startsWith("""
                        working on soup
                        #1  "served"  (N ms)
                        working on soup
                        #2  handler 'com.javaonjets.invoke.GreetingHandler::failing' threw  (N ms)
                        java.lang.IllegalArgumentException: no second helping
                        \tat com.javaonjets.invoke.GreetingHandler.failing(GreetingHandler.java:N)
                        """);
        assertThat(exitCode).isEqualTo(1);
    }

    @Test
    void saysThatTheEventIsNoJson() throws InterruptedException {
        int exitCode = invoke(GreetingHandler.class.getName(), "{'name'", 1);

        assertThat(output())
                .startsWith(
                        "handler 'com.javaonjets.invoke.GreetingHandler' cannot be given the event: Unexpected end-of-input")
                .endsWith("; expected JSON of what the handler takes, by -Djets.event\n")
                .hasLineCount(1);
        assertThat(exitCode).isEqualTo(1);
    }

    @Test
    void saysThatTheEventIsNoneOfTheHandlers() throws InterruptedException {
        invoke(GreetingHandler.class.getName(), "\"Zoë\"", 1);

        assertThat(output()).contains(" cannot be given the event: ").hasLineCount(1);
    }

    @Test
    void saysThatThereIsNoSuchClass() throws InterruptedException {
        int exitCode = invoke("com.example.Nowhere", "{}", 1);

        assertThat(output()).isEqualTo("""
                        no class for handler 'com.example.Nowhere' on the class path; expected package.Class or package.Class::method of a class that is compiled
                        """);
        assertThat(exitCode).isEqualTo(1);
    }

    @Test
    void saysThatTheClassIsNoHandler() throws InterruptedException {
        int exitCode = invoke("java.lang.String", "{}", 1);

        assertThat(output()).isEqualTo("""
                        handler 'java.lang.String' cannot be invoked:
                        Class does not implement an appropriate handler interface: java.lang.String
                        """);
        assertThat(exitCode).isEqualTo(1);
    }

    @Test
    void showsWhyTheClassFailedToInitialise() throws InterruptedException {
        int exitCode = invoke(BrokenHandler.class.getName(), "{}", 1);

        assertThat(output()).startsWith("""
                        handler 'com.javaonjets.invoke.BrokenHandler' failed to initialise:
                        java.lang.ExceptionInInitializerError
                        """).contains("""
                        Caused by: java.lang.IllegalStateException: nothing to start with
                        \tat com.javaonjets.invoke.BrokenHandler.name(BrokenHandler.java:N)
                        """);
        assertThat(exitCode).isEqualTo(1);
    }

    @Test
    void neverInvokesProductionByAccident() {
        assertThatThrownBy(() -> process("Handler", "{}", 1, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the environment lacks JETS_ENV, so production would be invoked");
    }

    @Test
    void invokesOnceAtLeast() {
        assertThatThrownBy(() -> process("Handler", "{}", 0, Map.of("JETS_ENV", "test")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("times is 0; expected 1 or more");
    }

    private int invoke(String handler, String event, int times) throws InterruptedException {
        return process(handler, event, times, Map.of("JETS_ENV", "test")).run(lines::add);
    }

    private HandlerProcess process(String handler, String event, int times, Map<String, String> environment) {
        return new HandlerProcess(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .map(Path::of)
                        .toList(),
                folder,
                "greeter",
                handler,
                event,
                times,
                Duration.ofSeconds(30),
                environment);
    }

    /** What was printed, with times and line numbers as N. */
    private String output() {
        return String.join("\n", lines).replaceAll("\\d+ ms", "N ms").replaceAll("java:\\d+", "java:N") + "\n";
    }
}
