import com.javaonjets.it.Story

def story = new Story(basedir, localRepositoryPath)
def project = story.folder("my-blog")

assert project.query("postgresql", "my_blog_development",
        "select column_name from information_schema.columns where table_name = 'posts' and table_schema in ('public', 'my_blog_development') order by ordinal_position")
        == [["id"], ["title"], ["body"], ["created_at"], ["updated_at"]]
// db-test-prepare has migrated the test database before the tests ran.
assert project.query("postgresql", "my_blog_test", "select count(*) from posts") == [[0L]]
assert story.log.contains("Tests run: 2, Failures: 0, Errors: 0, Skipped: 0")

// Both invocations came by one connection.
def connections = (story.log =~ /"connection":(\d+)/).collect { it[1] }
assert connections.size() == 2
assert connections.toUnique().size() == 1

def jar = new File(basedir, "my-blog/target/my-blog-1.0.0-SNAPSHOT.jar")
assert story.log.contains("my-blog-1.0.0-SNAPSHOT.jar")
def entries = new java.util.zip.ZipFile(jar).withCloseable { it.entries().collect { it.name } }
assert entries.contains("config/database.yml")
assert entries.any { it ==~ $/db/migrate/V\d{14}__create_posts\.sql/$ }
assert entries.count { it ==~ /META-INF\/.*\.(SF|DSA|RSA)/ } == 0

// The jar alone, with nothing else of the project, is enough for Lambda's runtime client.
def answers = project.invokeTwice("target/my-blog-1.0.0-SNAPSHOT.jar", "com.example.blog.HelloHandler", "postgresql",
        "my_blog_development")
assert answers.size() == 2
assert answers.every { it =~ /^#\d  \{"message":"Hello from my-blog","database":".+","connection":\d+\}/ }
