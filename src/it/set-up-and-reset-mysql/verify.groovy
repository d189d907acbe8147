import com.javaonjets.it.Story

def story = new Story(basedir, localRepositoryPath)
// Maven puts its level before each line of a message.
def log = story.log.replaceAll(/(?m)^\[(INFO|ERROR)\] /, "")

assert story.query("mysql", "blog_development", "select id, title from posts order by id")
        == [[1L, "a; b"], [2L, "it's"], [3L, "a; b"], [4L, "it's"]]
assert story.query("mysql", "blog_development", "select version from flyway_schema_history") == [["20260101000000"]]
assert story.query("mysql", "blog_test", "select version from flyway_schema_history order by 1")
        == [["20260101000000"], ["20260102000000"]]
assert story.query("mysql", "blog_test", "select id from posts") == []

def said = log.readLines()
assert said.count { it == "created" } == 4
assert said.count { it == "dropped" } == 2
// Behind db-setup, db-redo and the way back; db-prepare and db-reset leave it as it is.
assert said.count { it == "schema written to db/schema.sql" } == 2
assert said.count { it == "seeded from db/seeds.sql and db/seeds/development.sql: 3 statements" } == 2
assert said.count { it == "every migration is applied" } == 1
assert said.count { it =~ /^== 20260102000000 CreateComments: reverted / } == 2
assert log.contains("db-seed needs a database without pending migrations, and blog_development (development) has 1;"
        + " nothing was run:\n  V20260102000000__create_comments.sql\n  next: mvn jets:db-migrate, then again")
assert log.contains("blog_development (development) is not as its migrations say:\n"
        + "  V20260102000000__create_comments.sql is pending\n  next: mvn jets:db-migrate")
assert log.contains("no migration has version 7; nothing was run; mvn jets:db-status lists those there are")
