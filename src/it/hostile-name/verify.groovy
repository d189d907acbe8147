import com.javaonjets.it.Story

def log = new Story(basedir, localRepositoryPath).log
assert log.contains("'../../outside'")
assert log.contains("DROP TABLE users")
assert !new File(basedir, "db").exists()
assert basedir.parentFile.list().every { !it.contains("outside") }
