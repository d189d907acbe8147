import com.javaonjets.it.Story

def story = new Story(basedir, localRepositoryPath)

def finding = "db/migrate/V20260102000000__index_posts.sql:2: CREATE INDEX index_posts_on_title_and_id ..."
assert story.log.count(finding) == 5
assert story.log.contains("CREATE INDEX CONCURRENTLY index_posts_on_title_and_id")
assert !story.log.contains("index_posts_on_title ON posts (title)")
assert story.log.contains("1 finding in migrations that would lock or break a running service")
assert !story.log.contains("V20260103000000__widen_title.sql:")

// Refused before anything ran, so the next run still found all three pending.
assert story.log.count("checked 3 migrations") == 2
assert story.log.contains("all migrations are checked, since the database did not tell which are pending")
assert story.log.contains("no migration to check")
assert story.query("postgresql", "blog_development", "select count(*) from flyway_schema_history where success")
        == [[3L]]
