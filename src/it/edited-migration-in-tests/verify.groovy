import com.javaonjets.it.Story

def story = new Story(basedir, localRepositoryPath)

assert story.query("postgresql", "blog_test",
        "select column_name from information_schema.columns where table_name = 'posts' order by ordinal_position")
        == [["id"], ["title"]]
assert story.log.contains("blog_test has to be made anew")
assert story.log =~ /CHANGED +20260101000000 +Create posts/
assert story.log.contains('type "txet" does not exist')
assert story.log.contains("this is the embedded test database, which is made anew when need be")
// What the server said stands once, and Maven adds no words of its own to it.
assert !story.log.contains("correct the file, and run the tests again: ")
