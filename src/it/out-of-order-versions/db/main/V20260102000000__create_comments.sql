CREATE TABLE comments (id bigint PRIMARY KEY);
