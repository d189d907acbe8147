import com.javaonjets.it.Story

def log = new Story(basedir, localRepositoryPath).log
assert ["compile-config", "db-check", "db-console", "db-create", "db-drop", "db-erd", "db-generate", "db-lint", 
        "db-migrate", "db-prepare", "db-redo", "db-repair", "db-reset", "db-rollback", "db-schema-dump", "db-schema-load",
        "db-seed", "db-setup", "db-start", "db-status", "db-test-prepare", "db-version", "invoke", "lambda-jar"].every { log.contains("jets:" + it) }

// A dependency of the plugin without a fixed version would have Maven ask which there are, and read the poms of all, at each start.
def asked = []
localRepositoryPath.eachFileRecurse { file ->
    if (file.name == "maven-metadata-local.xml") {
        asked.addAll(file.parentFile.listFiles().findAll { it.name ==~ /maven-metadata-(?!local\.xml).*\.xml/ })
    }
}
assert asked.findAll { !it.path.contains("javaonjets") }.isEmpty()
