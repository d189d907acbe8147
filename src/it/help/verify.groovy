import com.javaonjets.it.Story

def log = new Story(basedir, localRepositoryPath).log
assert ["db-create", "db-generate", "db-lint", "db-migrate", "db-repair", "db-rollback", "db-start", "db-status", "db-test-prepare",
        "db-version", "invoke", "lambda-jar"].every { log.contains("jets:" + it) }
