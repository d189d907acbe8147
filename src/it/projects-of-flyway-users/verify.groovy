import com.javaonjets.it.Story

def story = new Story(basedir, localRepositoryPath)

assert story.log.contains("CREATE TABLE zero (id int)")
assert story.query("postgresql", "blog_development", "select version from flyway_schema_history order by installed_rank")
        == [["0"], ["1"], ["1.2"], ["3"], [null]]
assert story.query("postgresql", "blog_development", "select count(*) from titles") == [[0L]]
assert story.query("postgresql", "blog_development", "select indisvalid from pg_index where indexrelid = 'posts_title'::regclass") == [[true]]
