import com.javaonjets.it.Story

assert new Story(basedir, localRepositoryPath).log.contains(
        "unknown database 'oracle'; supported: mysql, postgresql; nothing was generated")
assert !new File(basedir, "my-blog").exists()
