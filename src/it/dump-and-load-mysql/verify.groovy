import com.javaonjets.it.Story

def story = new Story(basedir, localRepositoryPath)
def schema = new File(basedir, "db/schema.sql").text

assert schema.contains("CREATE TABLE")
assert schema.endsWith(" | create comments | V20260102000000__create_comments.sql\n")
assert story.log.count("schema written to db/schema.sql") == 1
assert story.log.contains("db/schema.sql holds the schema already")
assert story.log.contains("schema loaded from db/schema.sql; migrations that count as applied: 2")
assert story.log.contains("nothing to migrate")
assert story.log =~ /(?m)up +20260102000000 +Create comments/
assert story.log.contains("is not empty")
assert story.query("mysql", "blog_copy", "select version from flyway_schema_history order by installed_rank")
        == [["20260101000000"], ["20260102000000"]]
assert story.query("mysql", "blog_copy", "select count(*) from titles") == [[0L]]
