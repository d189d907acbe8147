import com.javaonjets.it.Story

def story = new Story(basedir, localRepositoryPath)

assert story.log =~ /the migration .*V20260102000000__FillPosts.java is not compiled; nothing was run; compile it first, as in: mvn compile jets:db-migrate/
assert story.log =~ /down +20260102000000 +FillPosts/
assert story.log =~ /20260102000000 FillPosts: migrated/
assert story.log =~ /20260102000000 FillPosts: reverted/
assert story.log.indexOf("20260102000000 FillPosts: migrated") < story.log.indexOf("20260103000000 AddAuthor: migrated")

assert story.query("postgresql", "blog_development", "select id, title from posts order by id") == [[1, "LoggerFactory1"]]
assert story.query("postgresql", "blog_development", "select version from flyway_schema_history") == [["20260101000000"]]
