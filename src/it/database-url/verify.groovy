import com.javaonjets.it.Story

def story = new Story(basedir, localRepositoryPath)

assert story.log.contains("127.0.0.1:1")
assert story.log.contains("elsewhere")
assert story.log.contains("alice")
assert story.log.contains("db.example.com")
assert !story.log.contains("s@cret")
assert !story.log.contains("s%40cret")
assert !new File(basedir, ".jets").exists()
