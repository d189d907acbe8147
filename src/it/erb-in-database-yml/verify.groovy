import com.javaonjets.it.Story

assert new Story(basedir, localRepositoryPath).query("mysql", "from_the_environment_development", "select count(*) from posts")
        == [[0L]]
