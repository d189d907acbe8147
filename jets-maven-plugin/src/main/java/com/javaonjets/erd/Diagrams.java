package com.javaonjets.erd;

import com.javaonjets.JetsException;
import com.javaonjets.config.DatabaseConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The diagrams of a database, as files. */
public final class Diagrams {

    private Diagrams() {}

    /**
     * Writes {@code NAME.svg} and {@code NAME.md}: the same bytes for the same schema, whoever draws it.
     *
     * @return the files
     * @throws JetsException if the database cannot be asked, has no tables, or a file cannot be written
     */
    public static List<Path> write(DatabaseConfig database, Path folder, String name) {
        Schema schema = SchemaReader.read(database);
        if (schema.tables().isEmpty()) {
            throw new JetsException(
                    "no tables in '" + database.database() + "' to draw; run mvn jets:db-migrate first; or, where"
                            + " there is no migration yet, before it mvn jets:db-generate -Dname=create_posts"
                            + " -Dfields=\"title:string body:text\"");
        }
        String picture = name + ".svg";
        return List.of(
                write(folder, picture, SvgWriter.write(ElkLayout.of(schema))),
                write(folder, name + ".md", MermaidWriter.write(schema, picture)));
    }

    private static Path write(Path folder, String name, String text) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new JetsException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
