package com.javaonjets.migration;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** Hands the files to Flyway, which then scans no folder and no class path itself, and says nothing of U files. */
final class FileResources implements ResourceProvider {

    private final MigrationFiles files;

    FileResources(MigrationFiles files) {
        this.files = files;
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        if (!name.endsWith(".conf")) {
            return files.file(name).map(FileResources::resource).orElse(null);
        }
        String script = name.substring(0, name.length() - ".conf".length());
        return files.file(script)
                .map(MigrationFile::settings)
                .filter(Files::isRegularFile)
                .map(path -> new FileResource(path, name))
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return files.files().values().stream()
                .filter(file -> file.kind() != MigrationFile.Kind.UNDO && file.kind() != MigrationFile.Kind.SCRIPT)
                .filter(file -> file.name().startsWith(prefix))
                .filter(file -> Arrays.stream(suffixes)
                        .anyMatch(suffix -> file.name().endsWith(suffix.toLowerCase(Locale.ROOT))))
                .map(FileResources::resource)
                .toList();
    }

    static LoadableResource resource(MigrationFile file) {
        return new FileResource(file.path(), file.script());
    }

    private static final class FileResource extends LoadableResource {

        private final Path path;
        private final String script;

        FileResource(Path path, String script) {
            this.path = path;
            this.script = script;
        }

        @Override
        public Reader read() {
            return new EndingReader(new StringReader(MigrationFile.text(path)));
        }

        @Override
        public String getAbsolutePath() {
            return path.toString();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return path.toAbsolutePath().toString();
        }

        @Override
        public String getFilename() {
            return path.getFileName().toString();
        }

        @Override
        public String getRelativePath() {
            return script;
        }
    }

    /** Flyway's parser reads on for ever after a COPY that lacks its last line; this lets it fail. */
    private static final class EndingReader extends FilterReader {

        private static final int LOOKS_PAST_THE_END = 10_000;

        private int looks;

        EndingReader(Reader text) {
            super(text);
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (count < 0 && ++looks > LOOKS_PAST_THE_END) {
                throw new IOException("read past the end");
            }
            return count;
        }
    }
}
