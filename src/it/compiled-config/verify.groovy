import com.javaonjets.it.Story
import java.util.zip.ZipFile

def story = new Story(basedir, localRepositoryPath)
def jar = new File(basedir, "target/blog-1.0.0-SNAPSHOT.jar")

new ZipFile(jar).withCloseable {
    assert it.getEntry("config/database.yml") != null
    assert it.getEntry("config/database.jets") != null
}
// Without SnakeYAML: nothing but config/database.jets can be read, and it is not read unless it is up to date.
assert story.run([jar.name], "com.example.Shown", [BLOG_HOST: "db.example.com"]) ==
        "production primary: postgresql://db.example.com:5432/news"

assert story.log.contains("'port: none' in config/database.yml, production, line 4: expected a whole number")
