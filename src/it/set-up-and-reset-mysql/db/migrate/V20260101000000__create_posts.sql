CREATE TABLE posts (id bigint PRIMARY KEY, title varchar(255));
