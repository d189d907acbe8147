package com.javaonjets.maven;

import com.javaonjets.config.DatabaseConfig;
import com.javaonjets.erd.Diagrams;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Draws the tables of a database and what refers to what: db/schema.svg is a picture, db/schema.md a page with a Mermaid
 * diagram. Of a database other than primary, the files are db/NAME_schema.svg and db/NAME_schema.md.
 */
@Mojo(name = "db-erd", threadSafe = true)
public final class DbErdMojo extends DatabaseMojo {

    @Override
    void run(DatabaseConfig database) {
        String name = database.name().equals("primary") ? "schema" : database.name() + "_schema";
        Diagrams.write(database, projectFolder().resolve("db"), name)
                .forEach(file -> say("write  " + projectFolder().relativize(file)));
    }
}
