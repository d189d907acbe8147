import com.javaonjets.it.Story

def story = new Story(basedir, localRepositoryPath)

assert story.log.contains("write  db/schema.svg")
assert story.log.contains("write  db/schema.md")

def page = new File(basedir, "db/schema.md").getText("UTF-8")
assert page.contains('"posts" ||--o{ "comments" : "post_id"')
assert !page.contains("flyway_schema_history")
assert !page.contains("jets_metadata")

def picture = new File(basedir, "db/schema.svg").getText("UTF-8")
assert ["posts", "comments", "post_id"].every { picture.contains(">" + it + "</text>") }
assert picture.contains("<title>comments (post_id) refers to posts (id)</title>")
