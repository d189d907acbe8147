package com.javaonjets.console;

import com.javaonjets.config.Adapter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class MariadbConsoleTest extends ConsoleContract {

    @Override
    Adapter adapter() {
        return Adapter.MYSQL;
    }

    @Override
    String longStatement() {
        return "select sleep(600)";
    }

    @Override
    String suicide() {
        return "kill connection connection_id()";
    }

    @Override
    String missingTable() {
        return "missing' doesn't exist";
    }

    /** The embedded server's archive holds its program too. */
    @Override
    String programs() {
        try (Stream<Path> servers = Files.list(Path.of("target", "servers").toAbsolutePath())) {
            return servers.map(server -> server.resolve("bin").toString())
                    .collect(Collectors.joining(File.pathSeparator, "", File.pathSeparator + System.getenv("PATH")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
