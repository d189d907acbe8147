CREATE TABLE posts (id bigint PRIMARY KEY, title varchar(255));
CREATE TABLE comments (id bigint PRIMARY KEY, post_id bigint NOT NULL REFERENCES posts (id), body text);
