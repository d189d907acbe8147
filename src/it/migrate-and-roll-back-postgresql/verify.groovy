import com.javaonjets.it.Story

def story = new Story(basedir, localRepositoryPath)

assert story.log =~ /(?m)down +20260101000000 +Create posts/
assert story.log =~ /(?m)== 20260101000000 CreatePosts: migrating =+$/
assert story.log =~ /(?m)== 20260102000000 CreateComments: migrated \(\d+\.\d{4}s\) =+$/
assert story.log.contains("version: 20260102000000")
assert story.log.contains("nothing to migrate")
assert story.log =~ /(?m)== 20260102000000 CreateComments: reverted \(\d+\.\d{4}s\) =+$/
assert story.log =~ /(?m)up +20260101000000 +Create posts +\d{4}-\d\d-\d\d \d\d:\d\d:\d\d +jets/
assert story.log =~ /(?m)down +20260102000000 +Create comments/
assert story.log.contains("this goal knows no -DSTEP; nothing was done; expected -Dsteps=N")
assert story.log.contains("this goal knows no -DVERSION; nothing was done; expected -Dto=VERSION")
assert story.log.contains("this goal knows no -Dfield; nothing was done; expected -Dfields")
assert !story.log.toLowerCase().contains("flyway")

assert story.query("postgresql", "blog_development",
        "select table_name from information_schema.tables where table_schema = 'public' and table_name in ('posts', 'comments')")
        == [["posts"]]
assert story.query("postgresql", "blog_development", "select version from flyway_schema_history order by installed_rank")
        == [["20260101000000"]]
