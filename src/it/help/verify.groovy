import com.javaonjets.it.Story

def log = new Story(basedir, localRepositoryPath).log
assert ["db-check", "db-create", "db-drop", "db-generate", "db-migrate", "db-prepare", "db-redo", "db-repair",
        "db-reset", "db-rollback", "db-seed", "db-setup", "db-start", "db-status", "db-test-prepare", "db-version",
        "invoke", "lambda-jar"].every { log.contains("jets:" + it) }
