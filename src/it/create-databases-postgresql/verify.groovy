import com.javaonjets.it.Story

def story = new Story(basedir, localRepositoryPath)

assert story.query("postgresql", "postgres", "select datname from pg_database where datname like 'blog%' order by 1")
        == [["blog-development"], ["blog_test"]]
def said = story.log.readLines()*.replaceFirst(/^\[INFO\] /, "")
assert said.count { it == "created" } == 2
assert said.count { it == "exists already" } == 1
