CREATE TABLE posts (id int PRIMARY KEY, title text);
