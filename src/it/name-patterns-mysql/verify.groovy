import com.javaonjets.it.Story

def story = new Story(basedir, localRepositoryPath)
def names = new File(basedir, "db/migrate").list().collect { it.replaceAll(/\d{14}/, "") }
assert names as Set == ["create_people", "add_born_on_to_people", "remove_bio_from_people",
        "create_join_table_people_teams", "tidy_up"].collectMany { ["V__" + it + ".sql", "U__" + it + ".sql"] } as Set

// Three of five taken back: the table without its join table, and with its biography again.
assert story.query("mysql", "blog_development",
        "select column_name from information_schema.columns where table_name = 'people' and table_schema = 'blog_development' order by column_name")
        == [["balance"], ["bio"], ["born_on"], ["created_at"], ["email"], ["id"], ["updated_at"]]
assert story.query("mysql", "blog_development",
        "select count(*) from information_schema.tables where table_name = 'people_teams'") == [[0L]]
