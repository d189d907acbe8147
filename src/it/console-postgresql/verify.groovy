import com.javaonjets.it.Story

// Its input is at its end at once, so that the prompt has nothing to run and the goal ends.
def story = new Story(basedir, localRepositoryPath)

assert story.log.contains("console: blog_development (development), by a prompt of Jets' own")
assert story.log.contains("BUILD SUCCESS")
