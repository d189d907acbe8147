import com.javaonjets.it.Story

def log = new Story(basedir, localRepositoryPath).log
assert ["db-console", "db-create", "db-erd", "db-generate", "db-migrate", "db-repair", "db-rollback", "db-start", "db-status", "db-test-prepare",
        "db-version", "invoke", "lambda-jar"].every { log.contains("jets:" + it) }
