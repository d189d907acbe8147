package com.javaonjets.embedded;

import com.javaonjets.config.Adapter;
import com.javaonjets.config.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Embedded servers for the tests of other packages; each stops when the tests' process has ended. */
public final class TestServers {

    private TestServers() {}

    /** A server that runs until the process ends. */
    public static EmbeddedServer running(Adapter adapter) {
        try {
            Path project =
                    Files.createDirectories(Path.of("target", "test-project").toAbsolutePath());
            return EmbeddedDatabase.join(project, adapter, Servers.binaries()).server();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder that holds the programs which come with a server. */
    public static Path programs(Adapter adapter) {
        return Servers.binaries().home(adapter).folder().resolve("bin");
    }
}
