package com.javaonjets.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePairTest {

    @TempDir
    private Path folder;

    @Test
    void writesBoth() throws IOException {
        pair().write("up ü\n", "down\n");
        assertThat(folder.resolve("V1__x.sql")).hasContent("up ü\n");
        assertThat(folder.resolve("U1__x.sql")).hasContent("down\n");
        assertThat(folder).isDirectoryNotContaining("glob:**.draft");
    }

    @Test
    void leavesTheWayUpThatIsThereAndNothingElse() throws IOException {
        Files.writeString(folder.resolve("V1__x.sql"), "mine");
        assertThatExceptionOfType(FileAlreadyExistsException.class).isThrownBy(() -> pair().write("up", "down"));
        assertThat(folder.resolve("V1__x.sql")).hasContent("mine");
        assertThat(folder.toFile().list()).containsExactly("V1__x.sql");
    }

    @Test
    void leavesTheWayBackThatIsThereAndNothingElse() throws IOException {
        Files.writeString(folder.resolve("U1__x.sql"), "mine");
        assertThatExceptionOfType(FileAlreadyExistsException.class).isThrownBy(() -> pair().write("up", "down"));
        assertThat(folder.resolve("U1__x.sql")).hasContent("mine");
        assertThat(folder.toFile().list()).containsExactly("U1__x.sql");
    }

    @Test
    void leavesNothingWhereItCannotWrite() {
        FilePair lost = new FilePair(folder.resolve("gone/V1__x.sql"), folder.resolve("gone/U1__x.sql"));
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> lost.write("up", "down"));
        assertThat(folder).isEmptyDirectory();
    }

    private FilePair pair() {
        return new FilePair(folder.resolve("V1__x.sql"), folder.resolve("U1__x.sql"));
    }
}
