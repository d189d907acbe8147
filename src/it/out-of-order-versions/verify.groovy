import com.javaonjets.it.Story

def story = new Story(basedir, localRepositoryPath)

assert story.query("postgresql", "blog_development", "select version from flyway_schema_history order by installed_rank")
        == [["20260102000000"], ["20260101000000"]]
assert story.query("postgresql", "blog_development", "select count(*) from posts") == [[0L]]
