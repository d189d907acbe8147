package com.javaonjets.console;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders that programs are looked for in, as the variable PATH has them. */
record SearchPath(String folders) {

    /** The first of the programs that is there, each looked for in all folders before the next. */
    Optional<Path> find(List<String> programs) {
        return programs.stream()
                .flatMap(program -> Stream.of(program, program + ".exe"))
                .flatMap(this::candidates)
                .filter(path -> Files.isRegularFile(path) && Files.isExecutable(path))
                .findFirst();
    }

    private Stream<Path> candidates(String file) {
        return Arrays.stream(folders.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, file));
    }
}
