import com.javaonjets.it.Story

def log = new Story(basedir, localRepositoryPath).log
assert log.contains("unknown adapter 'oracle' in config/database.yml")
assert log.contains("supported: mysql, postgresql")
