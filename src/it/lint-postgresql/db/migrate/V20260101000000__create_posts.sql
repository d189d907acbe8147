CREATE TABLE posts (id bigint PRIMARY KEY, title varchar(80));
CREATE INDEX index_posts_on_title ON posts (title);
