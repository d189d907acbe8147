import java.nio.file.Files
import java.nio.file.Path

// Maven checks validationRegex only when it asks a person, so a wrong value is refused here, and what was made of it removed.
def database = request.properties.getProperty("database")
if (!(database in ["mysql", "postgresql"])) {
    Path project = Path.of(request.outputDirectory, request.artifactId)
    def made = ["pom.xml", "template.yaml", "README.md", ".gitignore", "config/database.yml", "db/migrate/.gitkeep",
                "src/main/resources/simplelogger.properties", "src/test/resources/jets.env"]
    made += ["main", "test"].collect { "src/${it}/java/" + request.properties.getProperty("package").replace(".", "/") }
            .withIndex().collect { folder, i -> folder + "/" + ["HelloHandler.java", "HelloHandlerTest.java"][i] }
    made.each { file ->
        Path path = project.resolve(file)
        Files.deleteIfExists(path)
        // Folders go with their last file; one that holds anything else stays.
        while ((path = path.parent) != null && path.startsWith(project) && Files.isDirectory(path)) {
            if (Files.list(path).withCloseable { it.findAny().isPresent() }) break
            Files.delete(path)
        }
    }
    throw new IllegalArgumentException("unknown database '${database}'; supported: mysql, postgresql; nothing was generated".toString())
}
