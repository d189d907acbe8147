import com.javaonjets.it.Story

assert new Story(basedir, localRepositoryPath).log =~ /config.database\.yml/
assert !new File(basedir, ".jets").exists()
