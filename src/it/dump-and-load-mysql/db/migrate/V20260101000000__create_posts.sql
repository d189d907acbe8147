CREATE TABLE posts (id bigint PRIMARY KEY, title varchar(255) DEFAULT 'a; b', CHECK (id > 0));
