package com.javaonjets.migration;

import com.javaonjets.config.Adapter;
import com.javaonjets.migration.MigrationFile.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;

/** Reads migrations where no database can be asked. */
record OfflineScripts(Adapter adapter, MigrationFiles files, Map<String, String> placeholders) {

    private static final Comparator<MigrationFile> OLDEST_FIRST = Comparator.comparing(
                    (MigrationFile file) -> file.version().isEmpty())
            .thenComparing(file -> file.version().orElse(MigrationVersion.EMPTY))
            .thenComparing(MigrationFile::script);

    List<MigrationText> texts() {
        return files.files().values().stream()
                .filter(file -> file.kind() == Kind.VERSIONED || file.kind() == Kind.REPEATABLE)
                .sorted(OLDEST_FIRST)
                .map(this::text)
                .toList();
    }

    private MigrationText text(MigrationFile file) {
        try {
            List<MigrationText.Statement> statements =
                    FlywayScripts.readOffline(adapter, file, new FileResources(files), placeholders).stream()
                            .map(statement -> new MigrationText.Statement(
                                    statement.line(), statement.sql(), statement.inTransaction()))
                            .toList();
            return new MigrationText(file.migration(), file.path(), file.text(), statements);
        } catch (FlywayException e) {
            throw Rewording.of(e, file);
        }
    }
}
