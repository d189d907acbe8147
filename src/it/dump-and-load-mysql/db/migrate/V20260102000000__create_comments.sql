CREATE TABLE comments (id bigint PRIMARY KEY, post_id bigint NOT NULL, FOREIGN KEY (post_id) REFERENCES posts (id));
CREATE VIEW titles AS SELECT title FROM posts;
