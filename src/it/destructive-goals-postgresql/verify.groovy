import com.javaonjets.it.Story

def story = new Story(basedir, localRepositoryPath)
// Maven puts its level before each line of a message.
def log = story.log.replaceAll(/(?m)^\[(INFO|ERROR)\] /, "")

assert story.query("postgresql", "postgres", "select datname from pg_database where datname like 'blog%'") == []

def refused = /refused: that would destroy the database 'blog_production' at 127\.0\.0\.1:\d+, whose table jets_metadata says that it is of environment production/
def next = "; nothing was changed\n  next: if it is the one you mean, and nobody needs what is in it, run it again with -Djets.force=blog_production"
assert (log =~ refused + "\\Q" + next + "\\E").count >= 2
assert log =~ refused + "\\Q; -Djets.force=blog names another database" + next + "\\E"
def said = log.readLines()
assert said.count { it == "created" } == 2
assert said.count { it == "dropped" } == 3
assert said.count { it == "does not exist" } == 2
assert said.count { it =~ /^== 20260101000000 CreatePosts: reverted / } == 1
