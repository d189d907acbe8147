import com.javaonjets.it.Story

def story = new Story(basedir, localRepositoryPath)

assert story.log.contains("V20260102000000__create_comments.sql")
assert story.log.contains("INSERT INTO remarks (id)")
assert story.log =~ /line 4/
assert story.log =~ /relation .remarks. does not exist/
assert !story.log.contains("Flyway")

def tables = story.query("postgresql", "blog_development",
        "select table_name from information_schema.tables where table_schema = 'public' and table_name in ('posts', 'comments', 'tags') order by table_name")
// DDL is rolled back with its transaction.
assert tables == [["posts"]]
assert story.log =~ /(?m)down +20260102000000 +Create comments/
