import com.javaonjets.it.Story

def story = new Story(basedir, localRepositoryPath)
def tables = "select table_name from information_schema.tables where table_schema = 'public' and table_name not in ('flyway_schema_history', 'jets_metadata')"

assert story.query("postgresql", "blog_development", tables) == [["posts"]]
assert story.query("postgresql", "analytics_development", tables) == [["clicks"]]
assert story.query("postgresql", "postgres", "select count(*) from pg_database where datname = 'legacy'") == [[0L]]
assert new File(basedir, "db/analytics_migrate").list().any { it ==~ /V\d{14}__create_visits\.sql/ }
assert story.log.contains("'billing'")
assert story.log.findAll("the newest migrations are those of one database, and environment development has primary, analytics; nothing was run; say which one by -Ddb=NAME").size() >= 2
