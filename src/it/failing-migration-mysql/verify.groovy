import com.javaonjets.it.Story

def story = new Story(basedir, localRepositoryPath)

assert story.log.contains("V20260102000000__create_comments.sql")
assert story.log.contains("INSERT INTO remarks (id)")
assert story.log =~ /line 4/
assert story.log =~ /(?i)table 'blog_development.remarks' doesn't exist/
assert !story.log.contains("Flyway")

def tables = story.query("mysql", "blog_development",
        "select table_name from information_schema.tables where table_schema = 'blog_development' and table_name in ('posts', 'comments', 'tags') order by table_name")
// DDL commits by itself: what came before the failed statement stays, and the message says so.
assert tables == [["comments"], ["posts"]]
assert story.log =~ /(?m)FAILED +20260102000000 +Create comments/
assert story.log.contains("next: correct the file behind what the failed one has left, then mvn jets:db-repair and mvn jets:db-migrate")
